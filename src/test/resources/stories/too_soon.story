# A text within a minute of our answer is a machine's: it is counted and not answered, so two machines fall silent.
with   delay none
day 1  21:00  +33639980001  slt                   reply
day 1  21:00  +33639980001  je suis absent        silence TOO_SOON
day 1  21:00  +33639980001  aide                  reply HELP
day 1  21:02  +33639980001  vous etes la ?        reply
total         +33639980001  3 sent
