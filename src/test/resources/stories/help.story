# HELP, AIDE, INFO and TEST get the help text at once, in place of the ordinary one, which must not reach who asks for help.
day 1  21:00  +33639980001  slt                   reply
day 1  21:05  +33639980001  aide                  reply HELP
day 1  21:05  sent          +33639980001          HELP
day 1  21:30  +33639980002  Test                  reply HELP
day 1  21:31  +33639980003  help me               reply
day 1  21:40  +33639980004  [call]                reply
total         +33639980001  1 sent
total         +33639980002  1 sent
