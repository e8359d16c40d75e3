package org.esquive.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The small values: what they refuse, and what they keep to themselves.
class ValuesTest {
    private static final LineId PARIS = new LineId("paris");
    private static final PhoneNumber LINE = new PhoneNumber("+33639980010");
    private static final PhoneNumber SENDER = new PhoneNumber("+33639980001");

    @ParameterizedTest
    @ValueSource(strings = {"+12345", "+123456789012345"})
    void aPhoneNumberHasFiveToFifteenDigits(String e164) {
        assertThat(new PhoneNumber(e164).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+", "+1234", "+1234567890123456", "33639980001", "+0639980001", "+33 6", "+3363998000\n"})
    void anythingElseIsNoPhoneNumberAndIsNotRepeated(String e164) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumber(e164))
                .withMessage("not a phone number in E.164 form, such as +33639980001");
    }

    @Test
    void aHeaderThatContradictsItselfIsNoSegment() {
        assertThat(new Segment(255, false, 255, 255).total()).isEqualTo(255);
        assertThat(new Segment(65_535, true, 1, 1).reference()).isEqualTo(65_535);
        assertThat(Segment.isPossible(2, 9)).isFalse();
        assertThat(Segment.isPossible(3, 0)).isFalse();
        assertThat(Segment.isPossible(0, 0)).isFalse();
        assertThat(Segment.isPossible(256, 1)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Segment(7, false, 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Segment(256, false, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Segment(65_536, true, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Segment(-1, true, 2, 1));
    }

    @Test
    void aPhoneNumberHidesMostOfItself() {
        assertThat(SENDER).hasToString("+33639***01");
        assertThat(new PhoneNumber("+12345678")).hasToString("+***");
        assertThat(new PhoneNumber("+123456789")).hasToString("+12345***89");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "F", "FRA", "fr", "F1", "É "})
    void aCountryIsTwoCapitals(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Country(code))
                .withMessage("expected a two-letter country code such as FR");
        assertThat(new Country("FR")).hasToString("FR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Paris", "1er", "-a", "pa ris", "a2345678901234567890123456789012x"})
    void aLineIdIsASlug(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LineId(name))
                .withMessageStartingWith("expected 1 to 32 lower-case letters");
        assertThat(new LineId("a2-45678901234567890123456789012")).hasToString("a2-45678901234567890123456789012");
    }

    @Test
    void aFingerprintIsSixteenBytesOfItsOwn() {
        byte[] bytes = new byte[Fingerprint.LENGTH];
        bytes[0] = (byte) 0xAB;
        bytes[3] = 1;
        Fingerprint fingerprint = Fingerprint.of(bytes);
        assertThat(fingerprint.bytes()).isEqualTo(bytes).isNotSameAs(bytes);
        assertThat(fingerprint.brief()).isEqualTo("ab000001");
        assertThat(fingerprint).hasToString("ab000001");
        assertThat(fingerprint).isEqualTo(Fingerprint.of(bytes)).hasSameHashCodeAs(Fingerprint.of(bytes));
        bytes[15] = 1;
        assertThat(fingerprint).isNotEqualTo(Fingerprint.of(bytes)).isNotEqualTo("ab000001");
        assertThat(fingerprint.hashCode()).isNotEqualTo(Fingerprint.of(bytes).hashCode());
        fingerprint.bytes()[0] = 0;
        assertThat(fingerprint.brief()).isEqualTo("ab000001");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 17})
    void aFingerprintOfAnotherLengthIsRefused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.of(new byte[length]))
                .withMessage("expected 16 bytes, got " + length);
    }

    @Test
    void anOutboundHasAShortReference() {
        Outbound outbound = new Outbound(71, PARIS, LINE, SENDER, "secret");
        assertThat(outbound.reference()).isEqualTo("paris-1z");
        assertThat(outbound).hasToString("Outbound[paris-1z, to=+33639***01]");
    }

    static Stream<Sender> senders() {
        return Stream.of(
                new Sender.Mobile(SENDER, new Country("FR")),
                new Sender.OtherNumber(SENDER, NumberType.UNKNOWN),
                new Sender.ShortCode("38600"),
                new Sender.Named("Banque"),
                new Sender.Withheld());
    }

    @ParameterizedTest
    @MethodSource("senders")
    void noSenderShowsWhoItIs(Sender sender) {
        assertThat(sender.toString()).doesNotContain(SENDER.e164(), "38600", "Banque");
        assertThat(Inbound.text(PARIS, sender, "secret").toString())
                .startsWith("Inbound[line=paris, sender=" + sender)
                .doesNotContain("secret", SENDER.e164());
    }

    @Test
    void sendersOfOneAddressAreCountedTogetherAndOthersApart() {
        assertThat(senders().map(Sender::key))
                .containsExactly(SENDER.e164(), SENDER.e164(), "code:38600", "name:Banque", "withheld");
    }

    @Test
    void codesAndNamesAreHidden() {
        assertThat(new Sender.ShortCode("38600")).hasToString("ShortCode[***]");
        assertThat(new Sender.Named("Banque")).hasToString("Named[***]");
    }

    @Test
    void aPlainTextHasNeitherTimeNorIdentity() {
        Inbound inbound = Inbound.text(PARIS, new Sender.Withheld(), "salut");
        assertThat(inbound)
                .isEqualTo(new Inbound(
                        PARIS,
                        new Sender.Withheld(),
                        Inbound.Kind.TEXT,
                        "salut",
                        Optional.<Instant>empty(),
                        new Inbound.Identity.None()));
    }

    @Test
    void anIdentityIsOfAtMost512CharactersAndHidden() {
        assertThat(new Inbound.Identity.Key("k".repeat(512))).hasToString("Key[***]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Inbound.Identity.Key(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Inbound.Identity.Key("k".repeat(513)));
    }
}
