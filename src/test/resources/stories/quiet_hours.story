# In quiet hours no reply leaves: what falls into them waits for the morning. HELP is answered at once.
with   quiet 22:00 to 07:00
day 1  21:00  +33639980001  slt                   reply
day 1  21:20  +33639980002  slt                   reply
day 1  21:45  sent          +33639980001          MESSAGE
day 1  23:00  +33639980003  aide                  reply HELP
day 1  23:00  sent          +33639980003          HELP
day 2  07:00  sent          +33639980002          MESSAGE
