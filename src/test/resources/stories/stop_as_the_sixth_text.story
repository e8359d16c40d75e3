# STOP is honoured whenever it comes, but a sixth text is never answered, not even to confirm.
with   delay none
day 1   21:00  +33639980001  un                   reply
day 1   21:01  +33639980001  deux                 reply
day 1   21:02  +33639980001  trois                reply
day 1   21:03  +33639980001  quatre               reply
day 1   21:04  +33639980001  cinq                 reply
day 1   21:05  +33639980001  ARRET                silence SENDER_LIMIT
day 40  21:06  +33639980001  six                  silence OPTED_OUT
total          +33639980001  5 sent
