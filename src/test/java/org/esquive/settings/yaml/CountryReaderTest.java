package org.esquive.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A profile with a mistake is refused, and the mistake is named.
class CountryReaderTest {
    private static final String VALID = """
            country: FR
            checked: 2026-11-24
            languages: [fr]
            sources:
              arcep: {title: Arcep, link: "https://arcep.fr/", read: 2026-11-24}
            answers:
              - {type: mobile, mark: verified, source: arcep, date: 2023-01-01}
            dial: {shortest: 9, codes: [3xxx], rule: Nine digits., mark: verified, source: arcep, date: 2023-01-01}
            never-answered:
              - {numbers: ["112", "+33 800 05 95 95"], who: help, mark: verified, source: arcep, date: 2023-01-01}
            keywords:
              - {wish: stop, words: [BASTA], mark: unverified, source: none, date: 2023-01-01}
            help:
              - {kind: emergency, number: "112", name: {fr: Urgences}, hours: always, mark: verified, source: arcep, date: 2023-01-01}
            """;

    @Test
    void aWholeProfileIsRead() {
        var france = ShippedCountries.read("FR.yaml", VALID);
        assertThat(france.help()).hasSize(1);
        assertThat(france.warnings()).isEmpty();
        assertThat(france.quiet()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    country: FR              | country: XX               | country: found "XX", expected a country code
                    checked: 2026-11-24      | checked: yesterday        | checked: found "yesterday", expected the day
                    checked: 2026-11-24      | chekced: 2026-11-24       | chekced: found an unknown key, expected checked
                    languages: [fr]          | languages: [French]       | languages[0]: found "French"
                    read: 2026-11-24         | read: 2026-11-25          | sources.arcep.read: found "2026-1*-**"
                    "https://arcep.fr/"      | "arcep"                   | sources.arcep.link: found "arcep", expected an address
                    type: mobile, mark       | type: toll-free, mark     | answers[0].type: found "toll-free", expected mobile
                    type: mobile, mark: verified | type: mobile          | answers[0].mark: found nothing, expected verified
                    BASTA], mark: unverified | BASTA], mark: rumour      | keywords[0].mark: found "rumour"
                    BASTA], mark: unverified | BASTA], mark: press       | keywords[0].source: found "none", expected the short
                    help, mark: verified, source: arcep | help, mark: verified, source: ofcom | never-answered[0].source: found "ofcom"
                    source: none, date: 2023-01-01 | source: none        | keywords[0].date: found nothing
                    source: none, date: 2023-01-01 | source: none, date: 2031-01-01 | keywords[0].date: found "2031-0*-**"
                    "+33 800 05 95 95"       | "+33 06 95"               | never-answered[0].numbers[1]: found "+33 06 9*"
                    ["112", "+33 800 05 95 95"] | []                     | never-answered[0].numbers: found no entry
                    [BASTA]                  | [Basta]                   | keywords[0].words[0]: found "Basta"
                    number: "112"            | number: "06 39 98 0"      | help[0].number: found "06 39 9* *"
                    name: {fr: Urgences}     | name: {}                  | help[0].name: found no name
                    hours: always            | hours: at night           | help[0].hours: found "at night", expected always
                    kind: emergency          | kind: police              | help[0].kind: found "police"
                    shortest: 9              | shortest: 99              | dial.shortest: found "99"
                    [3xxx]                   | [3yyy]                    | dial.codes[0]: found "3yyy"
                    """)
    void aMistakeIsNamedWithItsFileAndField(String right, String wrong, String said) {
        assertThat(VALID).contains(right);
        assertThatIllegalStateException()
                .isThrownBy(() -> ShippedCountries.read("countries/FR.yaml", VALID.replace(right, wrong)))
                .withMessageStartingWith("countries/FR.yaml:")
                .withMessageContaining(said);
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ShippedCountries.read("XX.yaml", "country: FR"))
                .withMessageContaining("checked: ")
                .withMessageContaining("sources: ")
                .withMessageContaining("dial: ")
                .withMessageContaining("never-answered: ")
                .withMessageContaining("help: ");
    }
}
