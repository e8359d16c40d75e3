# Only so many people an hour are answered for the first time: a forger reaches no more.
with   new-recipients-per-hour 2
with   delay none
day 1  21:00  +33639980001  slt                   reply
day 1  21:10  +33639980002  slt                   reply
day 1  21:20  +33639980003  slt                   silence LIMIT
day 1  21:30  +33639980001  encore                reply
day 1  22:00  +33639980003  une heure apres       reply
