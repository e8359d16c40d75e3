# A retired line counts and answers nothing.
with   status retired
day 1  21:00  +33639980001  slt                   silence PAUSED
