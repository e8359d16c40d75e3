# Texts are counted and never compared: a bot that varies its words, or writes nothing at all, gets five answers like anybody.
with   delay none
with   gap none
day 1  21:00  +33639980001  run 1                 reply
day 1  21:00  +33639980001  run 2                 reply
day 1  21:00  +33639980001  auto-reply 21:00:02   reply
day 1  21:00  +33639980001  mailbox full          reply
day 1  21:00  +33639980001  [empty]               reply
day 1  21:00  +33639980001  run 6                 silence SENDER_LIMIT
day 1  21:00  +33639980001  run 7                 silence SENDER_LIMIT
total         +33639980001  5 sent
