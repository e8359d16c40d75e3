# One sender who texts without end is a flood that a keeper hears of; nobody else is kept waiting, the sender gets nothing.
with   flood.texts-per-minute 6
day 1  21:00  +33639980001  1                     reply
day 1  21:00  +33639980001  2                     silence PENDING
day 1  21:00  +33639980001  3                     silence PENDING
day 1  21:00  +33639980001  4                     silence PENDING
day 1  21:00  +33639980001  5                     silence PENDING
day 1  21:00  +33639980001  6                     silence SENDER_LIMIT
day 1  21:00  +33639980001  7                     silence SENDER_LIMIT
day 1  21:00  +33639980001  8                     silence SENDER_LIMIT
day 1  21:01  +33639980002  slt                   reply
total         +33639980001  0 sent
total         +33639980002  1 sent
