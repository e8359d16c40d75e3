# A sender is forgotten 30 days after their last text; each text renews the 30 days.
with   delay none
day 1   21:00  +33639980001  un                   reply
day 1   21:01  +33639980001  deux                 reply
day 1   21:02  +33639980001  trois                reply
day 1   21:03  +33639980001  quatre               reply
day 1   21:04  +33639980001  cinq                 reply
day 30  21:00  +33639980001  le jour 29 renouvelle  silence SENDER_LIMIT
day 59  21:00  +33639980001  encore               silence SENDER_LIMIT
day 90  21:00  +33639980001  31 jours plus tard   reply
total          +33639980001  6 sent
