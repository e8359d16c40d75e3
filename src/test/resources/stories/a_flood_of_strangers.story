# More than three new people a minute are a flood here: nobody is answered until it was calm for a quarter of an hour.
with   flood.senders-per-minute 3
day 1  20:40  +33639980009  slt                   reply
day 1  21:00  +33639980001  slt                   reply
day 1  21:00  +33639980002  slt                   reply
day 1  21:00  +33639980003  slt                   reply
day 1  21:00  +33639980004  slt                   silence FLOOD
day 1  21:00  +33639980004  aide                  silence FLOOD
day 1  21:10  +33639980005  slt                   silence FLOOD
day 1  21:10  +33639980001  slt                   silence FLOOD
day 1  21:15  +33639980006  slt                   reply
day 1  21:25  sent          +33639980009          MESSAGE
total         +33639980001  0 sent
total         +33639980002  0 sent
total         +33639980006  1 sent
total         +33639980009  1 sent
