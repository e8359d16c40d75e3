# The plan of an ordinary SIM bears so many different people a month; somebody who was answered before is not one more.
with   channel.recipients-per-month 2
with   delay none
day 1   21:00  +33639980001  slt                  reply
day 1   21:01  +33639980002  slt                  reply
day 1   21:02  +33639980003  slt                  silence LIMIT
day 1   21:03  +33639980001  encore               reply
day 31  21:00  +33639980003  le mois suivant      reply
