package org.esquive.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.esquive.channel.SendResult;
import org.esquive.channel.smpp.Keepalive.Act;
import org.esquive.channel.smpp.SmppOptions.LongText;
import org.esquive.channel.smpp.pdu.Address;
import org.esquive.channel.smpp.pdu.Status;
import org.esquive.channel.smpp.pdu.TextCoding.Alphabet;
import org.esquive.channel.smpp.pdu.Tlvs;
import org.esquive.lab.Fixtures;
import org.esquive.lab.SteppingClock;
import org.esquive.message.NumberType;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The parts of a channel that decide by themselves.
class PartsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Instant EVENING = Instant.parse("2026-11-29T21:00:00Z");

    @Test
    void aThrottledBindHalvesItsRateAndRecoversEvenly() {
        Throttle throttle = new Throttle(100);
        assertThat(throttle.isBraking()).isFalse();
        throttle.brake(0);
        assertThat(throttle.perSecond()).isEqualTo(50);
        throttle.brake(SECOND / 10);
        assertThat(throttle.perSecond()).as("one reason, braked once").isEqualTo(50);
        assertThat(throttle.take(SECOND / 100)).isFalse();
        assertThat(throttle.take(2 * SECOND)).isTrue();
        throttle.brake(2 * SECOND);
        assertThat(throttle.perSecond()).isEqualTo(30);
        assertThat(throttle.take(12 * SECOND)).isTrue();
        assertThat(throttle.perSecond()).isEqualTo(80);
        assertThat(throttle.take(17 * SECOND)).isTrue();
        assertThat(throttle.isBraking()).isFalse();
    }

    @Test
    void aBrakedBindNeverStands() {
        Throttle throttle = new Throttle(100);
        for (int i = 0; i < 60; i++) {
            throttle.brake(i * SECOND);
        }
        assertThat(throttle.perSecond()).isBetween(1.0, 10.0);
    }

    @Test
    void silenceIsAskedAboutTwiceAndThenTheSessionEnds() {
        SmppOptions usual = Rig.options(1);
        Keepalive keepalive = new Keepalive(usual.timing(), 0);
        assertThat(keepalive.tick(29 * SECOND)).isEqualTo(Act.NOTHING);
        assertThat(keepalive.tick(30 * SECOND)).isEqualTo(Act.ASK);
        assertThat(keepalive.tick(40 * SECOND)).isEqualTo(Act.NOTHING);
        assertThat(keepalive.tick(41 * SECOND)).isEqualTo(Act.ASK);
        keepalive.heard();
        assertThat(keepalive.tick(50 * SECOND)).isEqualTo(Act.NOTHING);
        assertThat(keepalive.tick(79 * SECOND)).isEqualTo(Act.NOTHING);
        assertThat(keepalive.tick(80 * SECOND)).isEqualTo(Act.ASK);
        assertThat(keepalive.tick(91 * SECOND)).isEqualTo(Act.ASK);
        assertThat(keepalive.tick(102 * SECOND)).isEqualTo(Act.GIVE_UP);
    }

    @Test
    void whatIsSaidToARequestProvesTheAnswersBeforeIt() {
        SteppingClock clock = new SteppingClock(EVENING);
        Assurance link = new Assurance(1, clock);
        clock.step(Duration.ofSeconds(1));
        assertThat(link.until()).as("nothing was answered").isEqualTo(EVENING.plusSeconds(1));
        link.answered();
        assertThat(link.until()).isEqualTo(EVENING);
        clock.step(Duration.ofSeconds(1));
        assertThat(link.tick(0, () -> 7)).isFalse();
        clock.step(Duration.ofSeconds(1));
        link.heard(6);
        link.heard(7);
        assertThat(link.until()).as("requests before the moment prove nothing").isEqualTo(EVENING);
        link.answered();
        link.heard(8);
        assertThat(link.until()).as("not the answers since").isEqualTo(EVENING.plusSeconds(2));
        assertThat(link.tick(SECOND, () -> Integer.MAX_VALUE)).isFalse();
        link.heard(Integer.MAX_VALUE - 1);
        assertThat(link.until()).isEqualTo(EVENING.plusSeconds(2));
        link.heard(1);
        assertThat(link.until()).as("numbers begin anew").isEqualTo(EVENING.plusSeconds(3));
    }

    @Test
    void aLinkThatSaysNothingIsDoubtedUntilItDoes() {
        Assurance link = new Assurance(1, new SteppingClock(EVENING));
        long late = Assurance.LATE.toNanos();
        assertThat(link.isDoubted(late)).as("nothing was answered").isFalse();
        link.answered();
        assertThat(link.tick(SECOND, () -> 1)).isFalse();
        assertThat(link.isDoubted(SECOND + late - 1)).isFalse();
        assertThat(link.isDoubted(SECOND + late)).isTrue();
        link.heard(2);
        assertThat(link.isDoubted(SECOND + late)).isFalse();
    }

    @Test
    void aLinkIsAskedOnceWhereNothingElseIsSaid() {
        Assurance link = new Assurance(1, new SteppingClock(EVENING));
        assertThat(link.tick(0, () -> 1)).isFalse();
        assertThat(link.tick(SECOND, () -> 1)).as("nothing was answered").isFalse();
        link.answered();
        assertThat(link.tick(2 * SECOND, () -> 2)).isFalse();
        assertThat(link.tick(2 * SECOND + Assurance.PATIENCE.toNanos() - 1, () -> 3))
                .isFalse();
        assertThat(link.tick(2 * SECOND + Assurance.PATIENCE.toNanos(), () -> 3))
                .isTrue();
        assertThat(link.tick(9 * SECOND, () -> 4)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0x58, Deferred", "0x14, Deferred", "0x08, Deferred", "0x64, Deferred", "0x0A, Refused", "0x0B, Refused",
        "0x43, Refused", "0x48, Refused", "0x51, Refused", "0x61, Refused", "0x62, Refused", "0x65, Refused",
        "0x66, Refused", "0x45, Refused", "0x400, Refused", "0x4FF, Refused", "0xFF, Refused"
    })
    void aStatusIsForGoodOrForNow(String status, String result) {
        SendResult verdict = new Verdicts(new Verdicts.Finality(true, true)).of(Integer.decode(status));
        assertThat(verdict.getClass().getSimpleName()).isEqualTo(result);
    }

    @Test
    void whatCarriersMeanDifferentlyIsASetting() {
        Verdicts verdicts = new Verdicts(new Verdicts.Finality(false, false));
        assertThat(verdicts.of(Status.ESME_RSUBMITFAIL)).isInstanceOf(SendResult.Deferred.class);
        assertThat(verdicts.of(0x4A1)).isInstanceOf(SendResult.Deferred.class);
        assertThat(verdicts.of(0x500)).isInstanceOf(SendResult.Refused.class);
    }

    @Test
    void aTextIsWrittenInTheAlphabetOfTheLink() {
        assertThat(piece(Alphabet.GSM, "é€").text()).containsExactly(0x05, 0x1B, 0x65);
        assertThat(piece(Alphabet.LATIN_1, "é").text()).containsExactly(0xE9);
        assertThat(piece(Alphabet.LATIN_1, "€").dataCoding()).isEqualTo(8);
        assertThat(piece(Alphabet.UTF_8, "é").text()).containsExactly(0xC3, 0xA9);
        assertThat(piece(Alphabet.GSM_PACKED, "hello").text()).containsExactly(0xE8, 0x32, 0x9B, 0xFD, 0x06);
        assertThat(piece(Alphabet.GSM, "ç").dataCoding()).isEqualTo(8);
    }

    @Test
    void noSegmentIsLongerThanASegment() {
        for (Alphabet alphabet : Alphabet.values()) {
            List<Piece> pieces = new Pieces(alphabet, LongText.UDH).of("Bonjour € ".repeat(40));
            assertThat(pieces).allSatisfy(piece -> {
                boolean whole = piece.tlvs().value(Tlvs.MESSAGE_PAYLOAD).isPresent();
                assertThat(piece.text().length).isLessThanOrEqualTo(alphabet == Alphabet.GSM_PACKED ? 140 : 254);
                assertThat(whole || piece.esmClass() == Piece.WITH_HEADER).isTrue();
            });
        }
        Pieces pieces = new Pieces(Alphabet.GSM, LongText.UDH);
        assertThat(pieces.of("a".repeat(160))).hasSize(1);
        assertThat(pieces.of("a".repeat(161))).hasSize(2);
        assertThat(pieces.of("a".repeat(161)).getFirst().text()[3])
                .isNotEqualTo(pieces.of("a".repeat(161)).getFirst().text()[3]);
    }

    @Test
    void aSenderIsReadByTheTypeOfItsNumber() {
        Sender marie = Fixtures.mobile(1);
        assertThat(sender(1, "33639980001")).isEqualTo(marie);
        assertThat(sender(1, "+33639980001")).isEqualTo(marie);
        assertThat(sender(1, "0033639980001")).isEqualTo(marie);
        assertThat(sender(2, "0639980001")).isEqualTo(marie);
        assertThat(sender(0, "33639980001")).isEqualTo(marie);
        assertThat(sender(5, "INFO SMS")).isEqualTo(new Sender.Named("INFO SMS"));
        assertThat(sender(5, "33639980001")).isEqualTo(new Sender.Named("33639980001"));
        assertThat(sender(1, "38600")).isEqualTo(new Sender.ShortCode("38600"));
        assertThat(sender(3, "38600")).isEqualTo(new Sender.ShortCode("38600"));
        assertThat(sender(6, "123")).isEqualTo(new Sender.ShortCode("123"));
        assertThat(sender(0, "")).isEqualTo(new Sender.Withheld());
        assertThat(sender(5, " ")).isEqualTo(new Sender.Withheld());
        assertThat(sender(1, "33199000001"))
                .isEqualTo(new Sender.OtherNumber(new PhoneNumber("+33199000001"), NumberType.FIXED_LINE));
    }

    @Test
    void theOnlyLineOfAChannelIsMeantWhateverTheAddress() {
        Destinations destinations = new Destinations(List.of(Fixtures.demo(1)));
        assertThat(destinations.lineOf(new Address(0, 0, "12345"))).contains(Fixtures.demo(1));
    }

    @Test
    void goodOptionsAreTaken() {
        SmppOptions options = Rig.options(
                2775,
                "bind",
                "transmitter-receiver",
                "binds",
                "2",
                "window",
                "50",
                "per-second",
                "200",
                "busy-status",
                "0x58");
        assertThat(options.binds().modes()).hasSize(4);
        assertThat(options.pace().perMinute()).isEqualTo(12_000);
        assertThat(options.pace().inFlight()).isEqualTo(100);
        assertThat(options.receiving().busyStatus()).isEqualTo(Status.ESME_RTHROTTLED);
        assertThat(options.toString()).doesNotContain(Rig.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host=",
                "host=http://smsc",
                "port=0",
                "port=x",
                "system-id=",
                "system-id=longer than fifteen",
                "bind=both",
                "binds=11",
                "tls=maybe",
                "trust-store=/none",
                "window=0",
                "per-second=0",
                "alphabet=ebcdic",
                "long-text=cut",
                "receipts=perhaps",
                "receipt-ids=some",
                "enquire-link=1",
                "answer-timeout=0",
                "busy-status=0x64",
                "longest-pdu=1",
                "submit-failed=never",
                "vendor-status=x",
                "source-ton=7",
                "destination-npi=19",
                "interface-version=3.3",
                "colour=blue"
            })
    void aBadOptionIsNamedInOneSentence(String option) {
        String name = option.substring(0, option.indexOf('='));
        String value = option.substring(option.indexOf('=') + 1);
        List<String> problems = new OptionReader(Rig.settings(2775, name, value)).problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).startsWith(name + " ").endsWith(".");
    }

    @Test
    void certificatesThatCannotBeReadAreAProblem() {
        assertThat(new OptionReader(Rig.settings(1, "tls", "on", "trust-store", "/none")).problems())
                .singleElement()
                .asString()
                .startsWith("trust-store is expected to be");
        assertThat(new OptionReader(Rig.settings(1, "tls", "on", "client-certificate", "/none")).problems())
                .singleElement()
                .asString()
                .startsWith("client-certificate is expected to be");
    }

    private static Piece piece(Alphabet alphabet, String words) {
        return new Pieces(alphabet, LongText.UDH).of(words).getFirst();
    }

    private static Sender sender(int ton, String digits) {
        return Senders.of(new Address(ton, 1, digits), Fixtures.FRANCE);
    }
}
