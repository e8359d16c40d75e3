package org.esquive.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.esquive.message.Country;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.yaml.ShippedCountries;
import org.junit.jupiter.api.Test;

/// What a keeper hears of the country of a line. The numbers are for fiction, or too short to be anybody's.
class CountryCheckTest {

    @Test
    void aFrenchMobileNumberComesWithWhatItsPlanAsks() {
        assertThat(check("FR", "+33600").warnings())
                .isNotEmpty()
                .allSatisfy(warning -> assertThat(warning.field()).isEqualTo("lines[0].number"))
                .anySatisfy(warning -> assertThat(warning.note())
                        .contains("2022-1583")
                        .endsWith("ask a lawyer (verified, 2023-01-01)"))
                .anySatisfy(warning -> assertThat(warning.note()).contains("09 37"));
    }

    @Test
    void aNumberThatTheWarningIsNotForComesWithout() {
        assertThat(check("FR", "+33900").warnings()).isEmpty();
        assertThat(check("AT", "+43600").warnings()).isEmpty();
    }

    @Test
    void aNumberForFictionComesWithout() {
        assertThat(check("FR", "+33639980010").warnings()).isEmpty();
    }

    @Test
    void aCountryWithoutAProfileIsTakenWithAWarning() {
        assertThat(check("LU", "+35260").warnings())
                .extracting(Warning::sentence)
                .containsExactly("lines[0].country: no profile for LU: only the rules that hold everywhere apply; "
                        + "docs/countries.md says how to add one");
        assertThat(check("LU", "+35260").problems()).isEmpty();
    }

    @Test
    void aCountryThatDoesNotExistIsAProblem() {
        Findings findings = check("XX", "+33639980010", Set.of(new Country("YY"), new Country("BE")));
        assertThat(findings.problems())
                .extracting(Problem::sentence)
                .containsExactly(
                        "lines[0].country: found \"XX\", which no numbering plan knows, expected the code of a country"
                                + " by ISO 3166-1, such as FR",
                        "lines[0].also-answered: found \"YY\", which no numbering plan knows, expected the code of a"
                                + " country by ISO 3166-1, such as FR");
        assertThat(findings.warnings()).isEmpty();
    }

    private static Findings check(String country, String number) {
        return check(country, number, Set.of());
    }

    private static Findings check(String country, String number, Set<Country> alsoAnswered) {
        Line line = new Line(
                new LineId("demo"),
                new PhoneNumber(number),
                new Country(country),
                alsoAnswered,
                ZoneOffset.UTC,
                "fr",
                "phone",
                Line.Status.OPEN,
                Timing.USUAL,
                Limits.USUAL,
                List.of());
        return CountryCheck.of("lines[0]", line, ShippedCountries.load());
    }
}
