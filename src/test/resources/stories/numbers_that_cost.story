# Landlines, premium, shared-cost, toll-free and personal numbers are never answered: they cost, or are no phone.
day 1  08:00  +33199001234  allo                  silence NUMBER_TYPE
day 1  08:01  0891123456    rappelez moi          silence NUMBER_TYPE
day 1  08:02  0801234567    rappelez moi          silence NUMBER_TYPE
day 1  08:03  +447012345678  call me              silence NUMBER_TYPE
day 1  08:04  +88213123456  ping                  silence NUMBER_TYPE
