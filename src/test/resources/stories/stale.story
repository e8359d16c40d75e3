# A text that spent more than six hours on its way is counted and not answered: an outage must not end in a burst.
day 1  21:00  +33639980001  [sent day 1 14:30] slt    silence STALE
day 1  21:01  +33639980001  [sent day 1 15:30] slt    reply
