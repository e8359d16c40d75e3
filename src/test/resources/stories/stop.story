# STOP is confirmed once, cancels the reply that waits, and silences the sender until START, longer than memory.
day 1   21:00  +33639980001  slt                  reply
day 1   21:10  +33639980001  Stop !               reply STOP
day 1   21:10  sent          +33639980001         STOP
day 1   21:11  +33639980001  stop                 silence OPTED_OUT
day 1   21:12  +33639980001  et alors             silence OPTED_OUT
day 40  10:00  +33639980001  slt                  silence OPTED_OUT
day 80  10:00  +33639980001  START                reply START
day 80  10:05  +33639980001  slt                  reply
total          +33639980001  3 sent
