# A name, a short code, an emergency or help number, short or full, and a withheld number are counted and never answered.
day 1  08:00  INFO SMS      Votre forfait est epuise        silence UNANSWERABLE
day 1  08:01  SFR           Votre facture est disponible    silence UNANSWERABLE
day 1  08:02  38600         Gagnez un voyage                silence UNANSWERABLE
day 1  08:03  112           test                            silence UNANSWERABLE
day 1  08:04  3919          aide                            silence UNANSWERABLE
day 1  08:05  (withheld)    coucou                          silence UNANSWERABLE
day 1  08:06  38600         STOP                            silence UNANSWERABLE
day 1  08:07  +33180523376  rappelez-nous                   silence UNANSWERABLE
day 1  08:08  +34600000016  buenas                          silence UNANSWERABLE
day 1  08:09  +18007997233  hi                              silence UNANSWERABLE
