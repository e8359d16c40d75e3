# A muted line counts, answers nothing, and still honours STOP.
with   status muted
day 1  21:00  +33639980001  slt                   silence PAUSED
day 1  21:01  +33639980001  aide                  silence PAUSED
day 1  21:02  +33639980001  STOP                  silence PAUSED
day 1  21:03  +33639980001  slt                   silence OPTED_OUT
total         +33639980001  0 sent
