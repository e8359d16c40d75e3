# A day's money is spent once; who has no price is never answered.
with   prices +33=80000
with   channel.money-per-day 160000
with   also-answered GB
with   delay none
day 1  21:00  +33639980001  slt                   reply
day 1  21:01  +447700900123  hi                   silence LIMIT
day 1  21:02  +33639980002  slt                   reply
day 1  21:03  +33639980003  slt                   silence LIMIT
day 2  21:03  +33639980003  le lendemain          reply
