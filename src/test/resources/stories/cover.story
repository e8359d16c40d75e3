# A neutral cover leaves first and the message later; together they are two of the five answers.
with   cover 60s
day 1  21:00  +33639980001  slt                   reply
day 1  21:01  sent          +33639980001          COVER
day 1  21:02  +33639980001  hein ?                silence PENDING
day 1  21:45  sent          +33639980001          MESSAGE
day 1  22:00  +33639980001  3                     reply
day 1  23:00  +33639980001  4                     reply
day 2  01:00  +33639980001  5                     reply
day 2  03:00  +33639980001  6                     silence SENDER_LIMIT
total         +33639980001  5 sent
