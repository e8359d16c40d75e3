# STOP after the cover calls back the message; HELP takes its place, and then the cover of a text that has none is not sent.
with   cover 10m
day 1  21:00  +33639980001  slt                   reply
day 1  21:10  sent          +33639980001          COVER
day 1  21:11  +33639980001  STOP                  reply STOP
day 1  21:11  sent          +33639980001          STOP
day 1  22:00  +33639980002  slt                   reply
day 1  22:01  +33639980002  aide                  reply HELP
day 1  22:01  sent          +33639980002          HELP
total         +33639980001  2 sent
total         +33639980002  1 sent
