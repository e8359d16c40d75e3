package org.esquive.channel.smpp.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.esquive.channel.smpp.pdu.TextCoding.Alphabet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The longest PDUs that are taken, filled with what costs most to read.
class LargestPduTest {
    private static final long MOST_BYTES = 1_000_000;
    private static final int PAYLOAD = 65_000;
    private static final com.sun.management.ThreadMXBean THREADS =
            ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);

    @ParameterizedTest
    @CsvSource({
        "GSM, 00, 00",
        "GSM, 00, FF",
        "GSM, 00, 1B",
        "GSM, 00, 10",
        "GSM_PACKED, 00, FF",
        "LATIN_1, 00, E9",
        "UTF_8, 00, FF",
        "UTF_8, 00, E2",
        "GSM, 08, D8",
        "GSM, 08, 30",
        "GSM, 05, 93",
        "GSM, 0A, 1B",
        "GSM, 0D, C6",
        "GSM, 0E, C7",
        "GSM, 06, B4",
        "GSM, 04, 00"
    })
    void wordsTakeLessThanAMegabyte(Alphabet usual, String dataCoding, String filling) {
        byte[] text = filled(Integer.parseInt(filling, 16));
        Pdu.Message message = withPayload(0, Integer.parseInt(dataCoding, 16), text);
        assertTakesLittle(Texts.written(message), usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id:", "id: ", "submit ", "text:id:", "a:", " ", "9", "id:9,"})
    void receiptsTakeLessThanAMegabyte(String repeated) {
        byte[] text = new byte[PAYLOAD];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) repeated.charAt(i % repeated.length());
        }
        assertTakesLittle(Texts.written(withPayload(4, 0, text)), Alphabet.GSM);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 60})
    void parametersTakeLessThanAMegabyte(int length) {
        IntFunction<Tlvs.Tlv> parameter = i -> new Tlvs.Tlv(0x1400 + i, new byte[length]);
        int count = Math.min(1_024, PAYLOAD / (4 + length));
        Tlvs.Tlv[] tlvs = IntStream.range(0, count).mapToObj(parameter).toArray(Tlvs.Tlv[]::new);
        assertTakesLittle(Texts.written(Texts.delivered(0, 0, new byte[0], tlvs)), Alphabet.GSM);
    }

    private static void assertTakesLittle(byte[] bytes, Alphabet usual) {
        assertThat(bytes).hasSizeLessThanOrEqualTo(PduReader.LONGEST);
        understand(bytes, usual); // loads classes and tables
        long before = THREADS.getCurrentThreadAllocatedBytes();
        understand(bytes, usual);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
    }

    private static void understand(byte[] bytes, Alphabet usual) {
        if (Texts.read(bytes) instanceof Read.Whole(Pdu.Message message)) {
            if (DeliveryReceipt.isReceipt(message)) {
                assertThat(DeliveryReceipt.of(message, usual).match()).isNotNull();
            } else {
                assertThat(Content.of(message, usual).text()).isNotNull();
            }
        }
    }

    private static byte[] filled(int filling) {
        byte[] text = new byte[PAYLOAD];
        Arrays.fill(text, (byte) filling);
        return text;
    }

    private static Pdu.Message withPayload(int esmClass, int dataCoding, byte[] text) {
        return Texts.delivered(esmClass, dataCoding, new byte[0], new Tlvs.Tlv(Tlvs.MESSAGE_PAYLOAD, text));
    }
}
