# Our own words that come back are not answered: another service repeats what it gets.
with   delay none
day 1  21:00  +33639980001  slt                   reply
day 1  21:01  +33639980001  {first text}          silence ECHO
day 1  21:02  +33639980001  >> {first text} <<    silence ECHO
