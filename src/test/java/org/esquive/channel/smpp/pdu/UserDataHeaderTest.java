package org.esquive.channel.smpp.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import org.esquive.message.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserDataHeaderTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvSource({
        "050003B40201, 180, false, 2, 1",
        "060804D2020403, 53762, true, 4, 3",
        "0B0003B402010504158A0000, 180, false, 2, 1",
        // as one widespread program writes it
        "060804D2040300, 53764, true, 4, 3",
        // of two the last that can be counts
        "0A0003010201000302FFFE, 2, false, 255, 254",
        "0A00030102010003020203, 1, false, 2, 1",
        "0B0003010201080400020202, 2, true, 2, 2",
    })
    void aPieceIsFound(String hex, int reference, boolean wide, int total, int number) {
        assertThat(read(hex).flatMap(UserDataHeader::segment)).contains(new Segment(reference, wide, total, number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00", // nothing
                "020000", // a length of 0
                "050003B40200", // number 0
                "050003B40000", // total 0
                "050003B40203", // beyond the total
                "060804D2000000", // all of it
                "060804D2020300", // beyond the total, as one program writes it
                "050803000201", // not what it is about
                "04080200FF",
            })
    void whatContradictsItselfIsNoPiece(String hex) {
        assertThat(read(hex)).isPresent();
        assertThat(read(hex).flatMap(UserDataHeader::segment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "FF0003B40201", "050003B402", "050004B40201", "0100", "0400010000"})
    void whatCannotBeAHeaderIsNone(String hex) {
        assertThat(read(hex)).isEmpty();
    }

    @Test
    void nationalTablesAreFound() {
        UserDataHeader header = read("0624010125010D").orElseThrow();
        assertThat(header.single()).isEqualTo(1);
        assertThat(header.locking()).isEqualTo(13);
        assertThat(header.length()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"0605040B8423F0, true", "0404021111, true", "027000, true", "050003B40201, false", "020A00, false"})
    void aPortOrTheSimIsNoPerson(String hex, boolean addressed) {
        assertThat(read(hex).orElseThrow().addressed()).isEqualTo(addressed);
    }

    @ParameterizedTest
    @CsvSource({
        "050003B40201, true",
        "050003B4020154, true",
        "060804D2040204, false",
        "060804D202040170, true",
        "060804D20204, false",
        "050003B4020354, false",
        "48656C6C6F, false",
        "'', false",
    })
    void aHeaderWithoutItsMarkIsSeen(String hex, boolean looksLike) {
        assertThat(UserDataHeader.looksLike(HEX.parseHex(hex))).isEqualTo(looksLike);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (Segment segment : new Segment[] {
            new Segment(255, false, 255, 255), new Segment(0, false, 1, 1), new Segment(65_535, true, 3, 2)
        }) {
            byte[] bytes = UserDataHeader.of(segment);
            UserDataHeader header = UserDataHeader.read(bytes).orElseThrow();
            assertThat(header).isEqualTo(new UserDataHeader(bytes.length, Optional.of(segment), 0, 0, false));
            assertThat(UserDataHeader.looksLike(bytes)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "6, 1", "7, 0", "1, 6", "12, 2"})
    void septetsBeginAtASeptetsPlace(int length, int fillBits) {
        assertThat(UserDataHeader.fillBits(length)).isEqualTo(fillBits);
        assertThat((8 * length + fillBits) % 7).isZero();
    }

    @Test
    void noBytesMakeItThrow() {
        SplittableRandom chance = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[chance.nextInt(20)];
            chance.nextBytes(bytes);
            if (bytes.length > 0 && chance.nextBoolean()) {
                bytes[0] = (byte) (bytes.length - 1);
            }
            UserDataHeader.read(bytes)
                    .ifPresent(header -> assertThat(header.length()).isBetween(1, bytes.length));
            assertThat(UserDataHeader.looksLike(bytes)).isIn(true, false);
        }
    }

    private static Optional<UserDataHeader> read(String hex) {
        return UserDataHeader.read(HEX.parseHex(hex));
    }
}
