# Five texts in ten minutes get one reply, because one is already waiting; the texts count all the same.
day 1  21:00  +33639980001  slt                   reply
day 1  21:02  +33639980001  slt ?                 silence PENDING
day 1  21:04  +33639980001  hé                    silence PENDING
day 1  21:06  +33639980001  oh                    silence PENDING
day 1  21:45  sent          +33639980001          MESSAGE
day 1  21:50  +33639980001  quoi ?                reply
day 1  22:40  +33639980001  non mais              silence SENDER_LIMIT
total         +33639980001  2 sent
