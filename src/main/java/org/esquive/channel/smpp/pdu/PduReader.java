package org.esquive.channel.smpp.pdu;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a stream of bytes into PDUs. Reads as much as there is at once, into a buffer that grows only with what
/// really came, and never beyond the longest PDU that may be. For one thread.
public final class PduReader {
    /// What was read.
    public sealed interface Read {
        /// A PDU.
        record Whole(Pdu pdu) implements Read {}

        /// A PDU whose length is right and whose body is not; the stream goes on.
        record Malformed(int commandId, int sequence) implements Read {}

        /// A command that is not in the standard: the stream goes on.
        record UnknownCommand(int commandId, int sequence) implements Read {}

        /// A length that cannot be: what follows cannot be understood. Reading again says the same.
        ///
        /// @param announced the command_length, as an unsigned number
        /// @param sequence 0 if the length alone was here
        record Fatal(long announced, int sequence) implements Read {}

        /// The end of the stream.
        ///
        /// @param inside whether it came inside a PDU
        record End(boolean inside) implements Read {}
    }

    /// The longest PDU that any reader takes.
    public static final int LONGEST = 64 * 1_024;

    private static final int SMALLEST_BUFFER = 8 * 1_024;
    private static final int LENGTH = 4;

    private final InputStream in;
    private final int longest;
    private final PduParser parser = new PduParser();
    private byte[] buffer = new byte[SMALLEST_BUFFER];
    private int start;
    private int end;
    /// Whether the last read took less than there may have been.
    private boolean filled;

    /// @param longest the longest PDU taken, 16 to 65,536 bytes
    /// @throws IllegalArgumentException if it is shorter or longer
    public PduReader(InputStream in, int longest) {
        if (longest < PduParser.HEADER || longest > LONGEST) {
            throw new IllegalArgumentException("expected a longest PDU of 16 to 65,536 bytes, got " + longest);
        }
        this.in = in;
        this.longest = longest;
    }

    /// Reads the next PDU; blocks until it is whole.
    ///
    /// @throws IOException if the stream fails
    public Read next() throws IOException {
        while (!hasNext()) {
            if (!fill()) {
                return new Read.End(buffered() > 0);
            }
        }
        long announced = Integer.toUnsignedLong(Fields.word(buffer, start));
        if (!isPossible(announced)) {
            boolean whole = buffered() >= PduParser.HEADER;
            return new Read.Fatal(announced, whole ? Fields.word(buffer, start + 12) : 0);
        }
        int from = start;
        start += (int) announced;
        return parser.parse(buffer, from, start);
    }

    /// Whether the next PDU was read from the stream already, so that [#next()] does not block.
    public boolean hasNext() {
        if (buffered() < LENGTH) {
            return false;
        }
        long announced = Integer.toUnsignedLong(Fields.word(buffer, start));
        return buffered() >= announced || !isPossible(announced);
    }

    /// How many bytes were read from the stream and not yet taken.
    int buffered() {
        return end - start;
    }

    private boolean isPossible(long announced) {
        return announced >= PduParser.HEADER && announced <= longest;
    }

    /// Reads what is there, at least a byte; false at the end of the stream.
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, buffered());
        end = buffered();
        start = 0;
        if (filled && buffer.length < LONGEST) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        filled = end == buffer.length;
        return read >= 0;
    }
}
