# A call is a contact like a text: it counts, and the answer comes as a text, later.
day 1  21:00  +33639980001  [call]                reply
day 1  21:01  +33639980001  [call]                silence PENDING
day 1  21:45  sent          +33639980001          MESSAGE
day 1  21:46  (withheld)    [call]                silence UNANSWERABLE
total         +33639980001  1 sent
