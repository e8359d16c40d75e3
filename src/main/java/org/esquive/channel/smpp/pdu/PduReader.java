package org.esquive.channel.smpp.pdu;

import java.io.IOException;
import java.io.InputStream;

/// Cuts a stream of bytes into PDUs. Reads as much as there is at once, into a buffer that grows to the longest
/// PDU allowed and no further. For one thread.
public final class PduReader {
    /// What was read.
    public sealed interface Read {
        /// A PDU.
        record Whole(Pdu pdu) implements Read {}

        /// A PDU whose length is right and whose body is not; the stream goes on.
        record Malformed(int commandId, int sequence) implements Read {}

        /// A command that is not in the standard, or that no ESME is asked: the stream goes on.
        record UnknownCommand(int commandId, int sequence) implements Read {}

        /// A length that cannot be: what follows cannot be understood.
        ///
        /// @param announced the command_length, as an unsigned number
        record Fatal(long announced, int sequence) implements Read {}

        /// The end of the stream.
        ///
        /// @param inside whether it came inside a PDU
        record End(boolean inside) implements Read {}
    }

    /// @param longest the longest PDU taken, 16 to 65,536 bytes
    public PduReader(InputStream in, int longest) {
        throw new UnsupportedOperationException("branch codec " + in + longest);
    }

    /// Reads the next PDU; blocks until it is whole.
    ///
    /// @throws IOException if the stream fails
    public Read next() throws IOException {
        return new Read.End(false);
    }

    /// Whether the next PDU is here already, so that [#next()] does not block.
    public boolean hasNext() {
        return false;
    }
}
