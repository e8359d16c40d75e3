# Numbers in a row are a forger's: from the third on the block is not answered, and those before get nothing any more.
with   flood.neighbours 2
day 1  21:00  +33639980001  slt                   reply
day 1  21:01  +33639980002  slt                   reply
day 1  21:02  +33639980003  slt                   silence FLOOD
day 1  21:03  +33639981001  slt                   reply
day 1  21:20  +33639980004  slt                   reply
total         +33639980001  0 sent
total         +33639980002  0 sent
total         +33639980004  1 sent
total         +33639981001  1 sent
