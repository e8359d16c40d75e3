# Five texts of one sender are counted, the sixth is silenced, and another sender is not affected.
with   delay none
day 1  21:00  +33639980001  slt toi               reply
day 1  21:20  +33639980001  tu fais quoi          reply
day 1  21:45  +33639980001  allo ?                reply
day 1  22:10  +33639980001  t'es pas sympa        reply
day 1  22:58  +33639980001  jte laisse pas        reply
day 1  23:11  +33639980001  reponds               silence SENDER_LIMIT
day 1  23:12  +33639980002  salut c marc          reply
day 9  10:00  +33639980001  alors                 silence SENDER_LIMIT
total         +33639980001  5 sent
total         +33639980002  1 sent
