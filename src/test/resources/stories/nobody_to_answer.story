# A name, a short code, an emergency or help number and a withheld number are counted and never answered.
day 1  08:00  INFO SMS      Votre forfait est epuise        silence UNANSWERABLE
day 1  08:01  SFR           Votre facture est disponible    silence UNANSWERABLE
day 1  08:02  38600         Gagnez un voyage                silence UNANSWERABLE
day 1  08:03  112           test                            silence UNANSWERABLE
day 1  08:04  3919          aide                            silence UNANSWERABLE
day 1  08:05  (withheld)    coucou                          silence UNANSWERABLE
day 1  08:06  38600         STOP                            silence UNANSWERABLE
