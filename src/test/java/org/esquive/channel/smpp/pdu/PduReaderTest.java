package org.esquive.channel.smpp.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.junit.jupiter.api.Test;

class PduReaderTest {
    private static final HexFormat HEX = HexFormat.of();
    /// What a deliver_sm takes round a message_payload.
    private static final int OF_THE_REST = 59;

    @Test
    void aStreamThatEndsBetweenPdusEndsQuietly() throws IOException {
        PduReader reader = reader(Texts.written(new Pdu.EnquireLink(1)), 64);
        assertThat(reader.next()).isEqualTo(new Read.Whole(new Pdu.EnquireLink(1)));
        assertThat(reader.next()).isEqualTo(new Read.End(false));
        assertThat(reader.next()).isEqualTo(new Read.End(false));
    }

    @Test
    void aPduAsLongAsAllowedIsReadAndALongerOneIsNot() throws IOException {
        byte[] longest = Texts.written(withPayload(PduReader.LONGEST - OF_THE_REST));
        assertThat(longest.length).isEqualTo(PduReader.LONGEST);
        assertThat(Texts.read(longest)).isInstanceOf(Read.Whole.class);
        assertThat(reader(longest, PduReader.LONGEST - 1).next()).isEqualTo(new Read.Fatal(65_536, 7));
    }

    @Test
    void whatIsAnnouncedIsNotAllocated() throws IOException {
        assertThat(reader(HEX.parseHex("7FFFFFF0"), 65_536).next()).isEqualTo(new Read.Fatal(0x7FFF_FFF0L, 0));
        assertThat(reader(HEX.parseHex("FFFFFFFF000000050000000000000009"), 65_536)
                        .next())
                .isEqualTo(new Read.Fatal(0xFFFF_FFFFL, 9));
    }

    @Test
    void anotherProtocolIsFatalAtOnce() throws IOException {
        byte[] http = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        PduReader reader = reader(http, 65_536);
        assertThat(reader.next()).isInstanceOf(Read.Fatal.class);
        assertThat(reader.next()).isInstanceOf(Read.Fatal.class);
    }

    @Test
    void manyPdusComeWithOneRead() throws IOException {
        CountingStream in = new CountingStream(
                Texts.written(new Pdu.EnquireLink(1), new Pdu.Unbind(2), withPayload(100), new Pdu.EnquireLink(4)));
        PduReader reader = new PduReader(in, 65_536);
        assertThat(reader.hasNext()).isFalse();
        for (int i = 0; i < 4; i++) {
            assertThat(reader.next()).isInstanceOf(Read.Whole.class);
            assertThat(reader.hasNext()).isEqualTo(i < 3);
        }
        assertThat(in.reads).isEqualTo(1);
    }

    @Test
    void aFloodIsReadInEverLargerPieces() throws IOException {
        Pdu[] flood = new Pdu[20_000];
        for (int i = 0; i < flood.length; i++) {
            flood[i] = new Pdu.EnquireLink(i);
        }
        CountingStream in = new CountingStream(Texts.written(flood));
        PduReader reader = new PduReader(in, 65_536);
        for (Pdu pdu : flood) {
            assertThat(reader.next()).isEqualTo(new Read.Whole(pdu));
        }
        assertThat(in.reads).isEqualTo(8);
    }

    @Test
    void tooManyOptionalParametersAreMalformed() throws IOException {
        Tlvs.Tlv[] tlvs = new Tlvs.Tlv[1_025];
        for (int i = 0; i < tlvs.length; i++) {
            tlvs[i] = new Tlvs.Tlv(0x1400 + i, new byte[0]);
        }
        byte[] bytes = Texts.written(Texts.delivered(0, 0, new byte[0], tlvs));
        assertThat(Texts.read(bytes)).isEqualTo(new Read.Malformed(Command.DELIVER_SM, 7));
    }

    @Test
    void aMalformedPduDoesNotHideTheNext() throws IOException {
        byte[] bytes = HEX.parseHex("0000001180000004000000000000000141" + "00000010000000150000000000000002");
        PduReader reader = reader(bytes, 65_536);
        assertThat(reader.next()).isEqualTo(new Read.Malformed(0x8000_0004, 1));
        assertThat(reader.next()).isEqualTo(new Read.Whole(new Pdu.EnquireLink(2)));
    }

    @Test
    void itTakesNoSmallerAndNoLargerBound() {
        for (int longest : new int[] {15, 65_537}) {
            assertThatIllegalArgumentException().isThrownBy(() -> reader(new byte[0], longest));
        }
    }

    private static Pdu.Message withPayload(int length) {
        return Texts.delivered(0, 0, new byte[0], new Tlvs.Tlv(Tlvs.MESSAGE_PAYLOAD, new byte[length]));
    }

    private static PduReader reader(byte[] bytes, int longest) {
        return new PduReader(new ByteArrayInputStream(bytes), longest);
    }

    private static final class CountingStream extends InputStream {
        private final ByteArrayInputStream bytes;
        private int reads;

        CountingStream(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            reads++;
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            reads++;
            return bytes.read(into, offset, length);
        }
    }
}
