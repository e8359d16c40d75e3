# A receipt in disguise, a flash text or a network notice is no text of a person.
day 1  21:00  +33639980001  [other] DELIVRD       silence NOT_A_TEXT
day 1  21:01  +33639980001  slt                   reply
