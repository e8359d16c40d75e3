package org.esquive.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Vectors.expect;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.esquive.lab.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class NumberingTest {
    private static final Country FRANCE = new Country("FR");
    private static final PhoneNumber GIVER = new PhoneNumber("+33639980001");

    /// Of another type in newer numbering plans, see `vectors/README.md`.
    private static final String DISPUTED_TYPE = "phone-ex-US-VOIP";

    static Stream<Named<JsonNode>> numbers() {
        return Vectors.of("phone");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void everyNumberReadsAsOthersReadIt(JsonNode row) {
        String raw = row.path("raw").asString();
        Country region = new Country(row.path("region").asString());
        Optional<Numbering.Reading> reading = Numbering.read(raw, region);
        expect(row, "e164", e164 -> assertThat(reading.orElseThrow().e164()).isEqualTo(e164.asString()));
        expect(row, "valid", is -> assertThat(reading.orElseThrow().valid()).isEqualTo(is.asBoolean()));
        if (!row.path("id").asString().equals(DISPUTED_TYPE)) {
            expect(row, "type", type -> assertThat(reading.orElseThrow().type()).hasToString(type.asString()));
        }
        expect(row, "parse_error", _ -> assertThat(reading).isEmpty());
        expect(
                row,
                "reserved_for_fiction",
                is -> assertThat(Numbering.isForFiction(
                                new PhoneNumber(reading.orElseThrow().e164())))
                        .isEqualTo(is.asBoolean()));
        expect(row, "auto_reply_must_be_refused_by_default", refused -> {
            if (refused.asBoolean()) {
                assertThat(Numbering.sender(raw, region)).isNotInstanceOf(Sender.Mobile.class);
            }
        });
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "+33639980001, FR",
        "0033639980001, FR",
        "33639980001, FR",
        "0639980001, FR",
        "06 39 98 00 01, FR",
        "06.39.98.00.01, FR",
        "06-39-98-00-01, FR",
        "+33 (0)6 39 98 00 01, FR",
        "(06) 39.98/00 01, FR",
        "+33 6 39 98 00 01 ext. 9, FR",
        "0639980001x12, FR",
        "+33639980001;ext=3, FR",
        "0639980001 poste 3, FR",
        "33639980001, US",
        "0033639980001, US",
        "33639980001, GB",
        "+33639980001, CH",
        "0033639980001, CH",
        "639980001, FR",
        "011 33 639980001, US",
        "＋３３６３９９８０００１, FR",
        "+٣٣٦٣٩٩٨٠٠٠١, FR",
        "\u202A+33639980001\u202C, FR",
        "+33\u00A06\u202F39 98 00\u201101, FR"
    })
    void aMobileNumberIsKnownHoweverItIsWritten(String raw, String home) {
        assertThat(Numbering.sender(raw, new Country(home))).isEqualTo(new Sender.Mobile(GIVER, FRANCE));
    }

    @ParameterizedTest(name = "{0} is {1} of {2}")
    @CsvSource({
        "447700900123, +447700900123, GB",
        "12125550123, +12125550123, US",
        "+14165550123, +14165550123, CA",
        "+262692123456, +262692123456, RE",
        "+4915123456789, +4915123456789, DE",
        "29051234, +29051234, SH",
        "+383 43 201 234, +38343201234, XK"
    })
    void aMobileNumberBelongsToItsCountry(String raw, String e164, String country) {
        Sender mobile = new Sender.Mobile(new PhoneNumber(e164), new Country(country));
        assertThat(Numbering.sender(raw, FRANCE)).isEqualTo(mobile);
        assertThat(Numbering.country(new PhoneNumber(e164))).contains(new Country(country));
    }

    @ParameterizedTest(name = "{0} is a {2}")
    @CsvSource({
        "01 99 00 12 34, +33199001234, FIXED_LINE",
        "+33891123456, +33891123456, PREMIUM_RATE",
        "+441632960123, +441632960123, FIXED_LINE",
        "+883510012345, +883510012345, VOIP",
        "+390669812345, +390669812345, FIXED_LINE",
        "+881612345678, +881612345678, MOBILE",
        "+870301234567, +870301234567, MOBILE",
        "+88213123456, +88213123456, UNKNOWN",
        "+18005550199, +18005550199, TOLL_FREE",
        "+33412345678901, +33412345678901, UNKNOWN",
        "4123456789012, +334123456789012, UNKNOWN"
    })
    void aNumberThatIsNoMobileKeepsItsType(String raw, String e164, NumberType type) {
        assertThat(Numbering.sender(raw, FRANCE)).isEqualTo(new Sender.OtherNumber(new PhoneNumber(e164), type));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "15, FR",
        "112, FR",
        "114, FR",
        "3919, FR",
        "38600, FR",
        "33700, FR",
        "118218, FR",
        "1234567, FR",
        "5, FR",
        "+112, FR",
        "+4912, FR",
        "+012125550123, FR",
        "201234, NC",
        "+266696687, FR",
        "+333919, FR",
        "+5, FR",
        "911, US",
        "262966, US",
        "5550123, US",
        "110, DE",
        "80888, DE",
        "999, GB",
        "60006, GB",
        "02000, NO",
        "6834001, FR",
        "00112, FR",
        "999999999999999, ZZ"
    })
    void aShortNumberIsACode(String raw, String home) {
        Sender code = new Sender.ShortCode(raw.replace("+", ""));
        assertThat(Numbering.sender(raw, new Country(home))).isEqualTo(code);
    }

    @Test
    void aSmallCountryHasSmallMobileNumbers() {
        assertThat(Numbering.sender("75.12.34", new Country("NC")))
                .isEqualTo(new Sender.Mobile(new PhoneNumber("+687751234"), new Country("NC")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SFR", "Free Mobile", "BOUYGUES", "1-800-FLOWERS", "INFO 38600", "name@example.org", "Ω"})
    void lettersAreAName(String raw) {
        assertThat(Numbering.sender(raw, FRANCE)).isEqualTo(new Sender.Named(raw));
        assertThat(Numbering.sender(" " + raw + "\t", FRANCE)).isEqualTo(new Sender.Named(raw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "++33639980001",
                "0",
                "00",
                "0000000",
                "*#06#",
                "*123#",
                "🛑",
                "-",
                "33+639980001",
                "\u0000",
                "\uD83D",
                "+336123456789012345",
                "123456789012345678901234",
                "+33639980001,+33639980002"
            })
    void whatCannotBeReadIsWithheld(String raw) {
        assertThat(Numbering.sender(raw, FRANCE)).isEqualTo(new Sender.Withheld());
    }

    @Test
    void anAddressIsAtMostSixtyFourCharacters() {
        assertThat(Numbering.sender(" ".repeat(52) + GIVER.e164(), FRANCE)).isInstanceOf(Sender.Mobile.class);
        assertThat(Numbering.sender(" ".repeat(53) + GIVER.e164(), FRANCE)).isEqualTo(new Sender.Withheld());
        assertThat(Numbering.sender("A".repeat(64), FRANCE)).isInstanceOf(Sender.Named.class);
        assertThat(Numbering.sender("A".repeat(65), FRANCE)).isEqualTo(new Sender.Withheld());
        assertThat(Numbering.read(" ".repeat(52) + GIVER.e164(), FRANCE)).isPresent();
        assertThat(Numbering.read(" ".repeat(53) + GIVER.e164(), FRANCE)).isEmpty();
    }

    @Test
    void aTypedNumberIsTakenIfItIsValid() {
        assertThat(Numbering.number("06 39 98 00 01", FRANCE)).contains(GIVER);
        assertThat(Numbering.number("33639980001", new Country("US"))).contains(GIVER);
        assertThat(Numbering.number("01 99 00 12 34", FRANCE)).contains(new PhoneNumber("+33199001234"));
        assertThat(Numbering.number("38600", FRANCE)).isEmpty();
        assertThat(Numbering.number("06 39 98 00", FRANCE)).isEmpty();
        assertThat(Numbering.number("call 06 39 98 00 01", FRANCE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+33639980000",
                "+33639989999",
                "+33199000000",
                "+447700900999",
                "+12125550100",
                "+14165550199",
                "+442079460123",
                "+441632960000",
                "+441614960000",
                "+448081570999"
            })
    void numbersForFilmsAndExamplesAreKnown(String e164) {
        assertThat(Numbering.isForFiction(new PhoneNumber(e164))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+33639970001",
                "+33639990001",
                "+447700901000",
                "+12125550200",
                "+12125550099",
                "+18005550100",
                "+19005550100",
                "+442079470123",
                "+336399800011",
                "+441924960000"
            })
    void otherNumbersAreNot(String e164) {
        assertThat(Numbering.isForFiction(new PhoneNumber(e164))).isFalse();
    }

    @Test
    void aNumberIsWrittenInTheHabitOfItsCountry() {
        assertThat(Numbering.national(GIVER)).isEqualTo("06 39 98 00 01");
        assertThat(Numbering.national(new PhoneNumber("+12125550123"))).isEqualTo("(212) 555-0123");
        assertThat(Numbering.international(GIVER)).isEqualTo("+33 6 39 98 00 01");
        assertThat(Numbering.international(new PhoneNumber("+999123456"))).isEqualTo("+999123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+881612345678", "+999123456", "+33412345678901"})
    void aNumberOfNoCountryHasNone(String e164) {
        assertThat(Numbering.country(new PhoneNumber(e164))).isEmpty();
    }

    @Test
    void aReadingDoesNotShowTheNumber() {
        assertThat(Numbering.read("0639980001", FRANCE).orElseThrow()).hasToString("Reading[valid=true, type=MOBILE]");
    }

    @Test
    void randomAddressesAreReadWithoutFailing() {
        Random random = new Random(881);
        String likely = "+0123456789 .-()ext;=x#*,tel:phone-context";
        for (int round = 0; round < 4_000; round++) {
            boolean digits = round % 2 == 0;
            String raw = random.ints(random.nextInt(70), 0, digits ? likely.length() : 0x10000)
                    .map(unit -> digits ? likely.charAt(unit) : unit)
                    .collect(StringBuilder::new, (all, unit) -> all.append((char) unit), StringBuilder::append)
                    .toString();
            assertThat(Numbering.sender(raw, FRANCE).key()).isNotEmpty();
            assertThat(Numbering.number(raw, FRANCE).map(PhoneNumber::e164).orElse("+"))
                    .startsWith("+");
            assertThat(Numbering.read(raw, FRANCE).map(Numbering.Reading::e164).orElse("+"))
                    .startsWith("+");
        }
    }
}
