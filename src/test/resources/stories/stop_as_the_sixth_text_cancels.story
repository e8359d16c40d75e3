# A reply that still waits when the sixth text says STOP never leaves.
day 1   21:00  +33639980001  un                   reply
day 1   21:01  +33639980001  deux                 silence PENDING
day 1   21:02  +33639980001  trois                silence PENDING
day 1   21:03  +33639980001  quatre               silence PENDING
day 1   21:04  +33639980001  cinq                 silence PENDING
day 1   21:05  +33639980001  stop                 silence SENDER_LIMIT
day 2   21:05  +33639980001  six                  silence OPTED_OUT
total          +33639980001  0 sent
