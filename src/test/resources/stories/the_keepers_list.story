# Prefixes on the keeper's own list are never answered.
with   denied +336399801
day 1  08:00  +33639980100  bonjour               silence DENIED
day 1  08:01  +33639980200  bonjour               reply
