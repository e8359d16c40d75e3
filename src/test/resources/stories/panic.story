# When a keeper stopped all replies, texts are counted, nobody is answered, and STOP is honoured all the same.
with   panic true
day 1  21:00  +33639980001  slt                   silence PAUSED
day 1  21:01  +33639980001  STOP                  silence PAUSED
day 1  21:02  +33639980001  slt                   silence OPTED_OUT
total         +33639980001  0 sent
