# A keeper's phone gives orders and gets no answer.
with   keeper +33639980020
day 1  21:00  +33639980020  PANIC 123456          silence KEEPER
day 1  21:01  +33639980020  slt                   silence KEEPER
total         +33639980020  0 sent
