package org.esquive.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.esquive.channel.smpp.pdu.Content;
import org.esquive.channel.smpp.pdu.DeliveryReceipt;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.PduReader;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.esquive.channel.smpp.pdu.PduWriter;
import org.esquive.channel.smpp.pdu.TextCoding.Alphabet;
import org.junit.jupiter.api.Named;
import tools.jackson.databind.JsonNode;

/// Reads SMPP that went bad: the published vectors with bits flipped, bytes set, cut, joined with another, lengths
/// changed; then the words, pieces and receipts in them, and writes what was read. Nothing may escape, hang, or
/// take more than a megabyte for one PDU. Run it with `bench/run smpp-fuzz [mutations seed]`; the ordinary tests do a
/// hundredth of it.
public final class PduStorm {
    /// What one PDU may allocate, with all that is read in it.
    public static final long MOST_BYTES = 1_000_000;

    private static final int HEADER = 16;
    private static final int MOST_CHANGES = 4;
    private static final int PROGRESS = 10;
    private static final HexFormat HEX = HexFormat.of();
    private static final Alphabet[] ALPHABETS = Alphabet.values();
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final com.sun.management.ThreadMXBean THREADS =
            ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);

    private final List<byte[]> rows = rows();
    private final SplittableRandom chance;
    private final Figures figures = new Figures();

    /// What came of it.
    public static final class Figures {
        public long whole;
        public long malformed;
        public long unknown;
        public long fatal;
        public long incomplete;
        /// PDUs with words.
        public long texts;
        /// Ids, states and times found in what might be receipts.
        public long saidByReceipts;
        /// The most that one mutation allocated, in bytes.
        public long mostBytes;

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "PDUs: %,d whole, %,d malformed, %,d of an unknown command; streams: %,d fatal, %,d cut short; "
                            + "%,d texts, %,d facts of receipts; at most %,d bytes allocated for one",
                    whole,
                    malformed,
                    unknown,
                    fatal,
                    incomplete,
                    texts,
                    saidByReceipts,
                    mostBytes);
        }
    }

    /// @param seed the same seed makes the same mutations
    public PduStorm(long seed) {
        this.chance = new SplittableRandom(seed);
    }

    /// @param arguments how many mutations, and the seed; each may be left out
    public static void main(String... arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0].replace("_", "")) : 10_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        PduStorm storm = new PduStorm(seed);
        long began = System.nanoTime();
        for (int i = 1; i <= PROGRESS; i++) {
            storm.run(count / PROGRESS);
            double seconds = (System.nanoTime() - began) / 1e9;
            OUT.printf(Locale.ROOT, "%3d %% of %,d, seed %d, %.0f s%n", 100 / PROGRESS * i, count, seed, seconds);
        }
        OUT.println(storm.figures);
    }

    /// Does so many mutations more.
    ///
    /// @throws AssertionError if one breaks a promise; it names the bytes
    public Figures run(int mutations) {
        for (int i = 0; i < mutations; i++) {
            byte[] bytes = mutated();
            Alphabet usual = ALPHABETS[i % ALPHABETS.length];
            long allocated = allocated(bytes, usual);
            if (allocated > MOST_BYTES) {
                // the first text in Japanese loads its tables
                allocated = allocated(bytes, usual);
            }
            if (allocated > MOST_BYTES) {
                throw new AssertionError(allocated + " bytes allocated for " + HEX.formatHex(bytes));
            }
            figures.mostBytes = Math.max(figures.mostBytes, allocated);
        }
        return figures;
    }

    private long allocated(byte[] bytes, Alphabet usual) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            read(bytes, usual);
        } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("broken by " + HEX.formatHex(bytes), e);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private void read(byte[] bytes, Alphabet usual) throws IOException {
        PduReader reader = new PduReader(new ByteArrayInputStream(bytes), PduReader.LONGEST);
        for (int steps = 0; steps <= bytes.length / HEADER + 1; steps++) {
            switch (reader.next()) {
                case Read.Whole(Pdu pdu) -> {
                    figures.whole++;
                    understand(pdu, usual);
                }
                case Read.Malformed _ -> figures.malformed++;
                case Read.UnknownCommand _ -> figures.unknown++;
                case Read.Fatal _ -> {
                    figures.fatal++;
                    return;
                }
                case Read.End(boolean inside) -> {
                    figures.incomplete += inside ? 1 : 0;
                    return;
                }
            }
        }
        throw new AssertionError("more PDUs than there can be in " + HEX.formatHex(bytes));
    }

    private void understand(Pdu pdu, Alphabet usual) throws IOException {
        if (pdu instanceof Pdu.Message message) {
            figures.texts += Content.of(message, usual).text().isEmpty() ? 0 : 1;
            DeliveryReceipt receipt = DeliveryReceipt.of(message, usual);
            figures.saidByReceipts += Stream.of(
                            receipt.match(), receipt.state(), receipt.submittedAt(), receipt.doneAt())
                    .filter(Optional::isPresent)
                    .count();
        }
        PduWriter writer = new PduWriter();
        try {
            writer.add(pdu);
        } catch (IllegalArgumentException e) {
            return; // it was longer than we ever write
        }
        writer.writeTo(OutputStream.nullOutputStream());
    }

    /// A mutation that is no text and no receipt: somebody else may be sent it, and nothing must come of it.
    public byte[] malformed() {
        while (true) {
            byte[] bytes = mutated();
            if (bytes.length > 0 && isNothing(bytes)) {
                return bytes;
            }
        }
    }

    /// Whether no whole message is in it.
    private static boolean isNothing(byte[] bytes) {
        PduReader reader = new PduReader(new ByteArrayInputStream(bytes), PduReader.LONGEST);
        try {
            for (int steps = 0; steps <= bytes.length / HEADER + 1; steps++) {
                Read read = reader.next();
                if (read instanceof Read.Whole(Pdu.Message _)) {
                    return false;
                }
                if (read instanceof Read.Fatal || read instanceof Read.End) {
                    return true;
                }
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return true;
    }

    private byte[] mutated() {
        byte[] bytes = any().clone();
        for (int left = chance.nextInt(1, MOST_CHANGES + 1); left > 0; left--) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        if (bytes.length == 0) {
            return any().clone();
        }
        int at = chance.nextInt(bytes.length);
        return switch (chance.nextInt(8)) {
            case 0, 1 -> with(bytes, at, bytes[at] ^ (1 << chance.nextInt(8)));
            case 2 -> with(bytes, at, chance.nextInt(256));
            case 3 -> with(bytes, at, chance.nextBoolean() ? 0 : 0xFF);
            case 4 -> Arrays.copyOf(bytes, at);
            case 5 -> joined(Arrays.copyOf(bytes, at), any());
            case 6 -> withLength(joined(Arrays.copyOf(bytes, at), tail(any())));
            default -> withLength(bytes);
        };
    }

    private byte[] any() {
        return rows.get(chance.nextInt(rows.size()));
    }

    private byte[] tail(byte[] bytes) {
        return bytes.length == 0 ? bytes : Arrays.copyOfRange(bytes, chance.nextInt(bytes.length), bytes.length);
    }

    /// With a command_length that is right, nearly right, or any.
    private byte[] withLength(byte[] bytes) {
        int length = switch (chance.nextInt(4)) {
            case 0, 1 -> bytes.length;
            case 2 -> bytes.length + chance.nextInt(-8, 9);
            default -> chance.nextInt();
        };
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            with(bytes, i, length >> (24 - 8 * i));
        }
        return bytes;
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /// The PDUs of the vectors, the short messages of long texts, and the receipts.
    private static List<byte[]> rows() {
        List<byte[]> rows = new ArrayList<>();
        Vectors.of("smpp_pdu").forEach(row -> rows.add(hex(row.getPayload().path("hex"))));
        Vectors.of("smpp_concat").map(Named::getPayload).forEach(row -> {
            row.path("pdus_hex").valueStream().forEach(hex -> rows.add(hex(hex)));
            row.path("short_messages_hex").valueStream().forEach(hex -> rows.add(delivered(0x40, hex(hex))));
        });
        receipts().forEach(text -> rows.add(delivered(0x04, text)));
        return rows;
    }

    private static Stream<byte[]> receipts() {
        return Vectors.of("dlr")
                .map(row -> row.getPayload().path("short_message").asString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] hex(JsonNode hex) {
        return HEX.parseHex(hex.asString());
    }

    /// A deliver_sm without addresses.
    private static byte[] delivered(int esmClass, byte[] text) {
        byte[] mandatory = new byte[17];
        mandatory[7] = (byte) esmClass;
        mandatory[16] = (byte) text.length;
        byte[] body = joined(mandatory, text);
        byte[] header = {0, 0, 0, (byte) (HEADER + body.length), 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 1};
        return joined(header, body);
    }
}
