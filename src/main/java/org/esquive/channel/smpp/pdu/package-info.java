/// SMPP on the wire: protocol data units (PDUs) as values, and the two ends of a stream of them. It knows bytes
/// and bounds, no session and no text line; whatever comes in, it neither throws nor allocates what the other
/// side announces.
///
/// Start with [org.esquive.channel.smpp.pdu.Pdu]; the source is SMPP 3.4 issue 1.2 of 12 October 1999 and SMPP
/// 5.0 of 20 February 2003 (<https://smpp.org>, read November 2026).
@NullMarked
package org.esquive.channel.smpp.pdu;

import org.jspecify.annotations.NullMarked;
