# A line answers no more than its daily number of replies; the next day, in its own time zone, it goes on.
with   delay none
with   replies-per-day 2
day 1  21:00  +33639980001  slt                   reply
day 1  21:01  +33639980002  slt                   reply
day 1  21:02  +33639980003  slt                   silence LIMIT
day 1  23:59  +33639980004  aide                  silence LIMIT
day 2  00:00  +33639980005  slt                   reply
