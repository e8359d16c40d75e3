# A text that comes from one of our own lines is never answered: two lines would talk for ever.
day 1  08:00  +33639980011  bonjour               silence OWN_LINE
day 1  08:01  +33639980010  bonjour               silence OWN_LINE
total         +33639980011  0 sent
