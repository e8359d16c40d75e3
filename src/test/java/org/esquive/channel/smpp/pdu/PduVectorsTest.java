package org.esquive.channel.smpp.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.esquive.lab.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PduVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final int USUAL_LONGEST = 64 * 1_024;

    /// An enquire_link, to stand before a row.
    private static final byte[] BEFORE = HEX.parseHex("00000010000000150000000000000063");

    /// What the header says and no value repeats.
    private static final Set<String> OF_THE_HEADER = Set.of("command_length", "command_id", "trailing_bytes");

    private static final List<byte[]> ROWS =
            rows().map(row -> bytes(row.getPayload())).toList();

    static Stream<Named<JsonNode>> rows() {
        return Vectors.of("smpp_pdu");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyPduIsReadAsOthersReadIt(JsonNode row) throws IOException {
        byte[] bytes = bytes(row);
        PduReader reader = new PduReader(new ByteArrayInputStream(bytes), USUAL_LONGEST);
        Read read = reader.next();
        assertThat(outcome(read)).isEqualTo(row.path("outcome").asString());
        if (read instanceof Read.Whole(Pdu pdu)) {
            JsonNode expect = row.path("expect");
            assertThat(reader.buffered())
                    .isEqualTo(expect.path("trailing_bytes").asInt());
            Map<String, Object> spelled = Spelled.of(pdu);
            for (Map.Entry<String, JsonNode> expected : expect.properties()) {
                if (!OF_THE_HEADER.contains(expected.getKey()) && isSaid(pdu, expected.getKey())) {
                    assertThat(JsonMapper.shared()
                                    .valueToTree(spelled.get(expected.getKey()))
                                    .toString())
                            .as(expected.getKey())
                            .isEqualToIgnoringCase(expected.getValue().toString());
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void howTheBytesArriveChangesNothing(JsonNode row) throws IOException {
        byte[] bytes = bytes(row);
        List<Read> whole = readAll(new ByteArrayInputStream(bytes));
        assertSame(readAll(new Dripping(bytes)), whole);
        List<Read> behindAnother = readAll(new ByteArrayInputStream(glued(BEFORE, bytes)));
        assertSame(behindAnother.subList(1, behindAnother.size()), whole);
        if (whole.getLast() instanceof Read.End(boolean inside) && !inside) {
            byte[] next = ROWS.get((indexOf(bytes) + 1) % ROWS.size());
            List<Read> both = readAll(new ByteArrayInputStream(glued(bytes, next)));
            List<Read> expected = new ArrayList<>(whole.subList(0, whole.size() - 1));
            expected.addAll(readAll(new ByteArrayInputStream(next)));
            assertSame(both, expected);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatIsReadIsWrittenAgain(JsonNode row) throws IOException {
        byte[] bytes = bytes(row);
        Read read = new PduReader(new ByteArrayInputStream(bytes), USUAL_LONGEST).next();
        if (read instanceof Read.Whole(Pdu pdu)) {
            PduWriter writer = new PduWriter();
            writer.add(pdu);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.writeTo(out);
            byte[] written = out.toByteArray();
            Read again = new PduReader(new ByteArrayInputStream(written), USUAL_LONGEST).next();
            assertSame(List.of(again), List.of(read));
            if (written.length == Fields.word(bytes, 0)) {
                assertThat(written).startsWith(Arrays.copyOf(bytes, written.length));
            }
        }
    }

    /// A data_sm lacks most fields of the envelope, and of a request the status is not kept.
    private static boolean isSaid(Pdu pdu, String key) {
        return !key.equals("command_status") || Spelled.of(pdu).containsKey(key);
    }

    private static String outcome(Read read) {
        return switch (read) {
            case Read.Whole _ -> "ok";
            case Read.Malformed _ -> "malformed";
            case Read.UnknownCommand _ -> "unknown_command";
            case Read.Fatal _ -> "fatal";
            case Read.End(boolean inside) -> inside ? "incomplete" : "nothing";
        };
    }

    private static List<Read> readAll(InputStream in) throws IOException {
        PduReader reader = new PduReader(in, USUAL_LONGEST);
        List<Read> all = new ArrayList<>();
        do {
            all.add(reader.next());
        } while (!(all.getLast() instanceof Read.End || all.getLast() instanceof Read.Fatal));
        return all;
    }

    /// The same, but that of a length that cannot be nothing more is asked than the length.
    private static void assertSame(List<Read> reads, List<Read> expected) {
        assertThat(withoutRest(reads)).usingRecursiveComparison().isEqualTo(withoutRest(expected));
    }

    private static List<Read> withoutRest(List<Read> reads) {
        return reads.stream()
                .map(read -> read instanceof Read.Fatal(long announced, var _) ? new Read.Fatal(announced, 0) : read)
                .toList();
    }

    private static int indexOf(byte[] bytes) {
        int index = 0;
        while (!Arrays.equals(ROWS.get(index), bytes)) {
            index++;
        }
        return index;
    }

    private static byte[] glued(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(JsonNode row) {
        return HEX.parseHex(row.path("hex").asString());
    }

    /// Gives one byte at a time.
    private static final class Dripping extends InputStream {
        private final ByteArrayInputStream bytes;

        Dripping(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, Math.min(length, 1));
        }
    }
}
