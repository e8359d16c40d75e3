# Only the country of the line is answered, and those the keeper adds.
with   also-answered GB
day 1  08:00  +12125550147   hello                silence COUNTRY
day 1  08:01  +447700900123  hello                reply
day 1  08:02  +33639980001   bonjour              reply
