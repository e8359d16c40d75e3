package org.esquive.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.esquive.message.Country;
import org.esquive.settings.CountryProfile;
import org.esquive.settings.yaml.ShippedCountries;
import org.junit.jupiter.api.Test;

/// Whom the public page sends people to.
class HelpViewTest {

    @Test
    void inDangerEachCountryHasItsNumber() {
        assertThat(HelpView.of(profile("FR"), "fr").danger()).isEqualTo("112");
        assertThat(HelpView.of(profile("GB"), "en").danger()).isEqualTo("999");
        assertThat(HelpView.of(profile("US"), "en").danger()).isEqualTo("911");
        assertThat(HelpView.ANYWHERE.danger()).isEqualTo("112");
    }

    @Test
    void theVisitorReadsTheirOwnLanguageWhereThereIsANameInIt() {
        assertThat(HelpView.of(profile("DE"), "fr").others())
                .extracting(HelpView.Resource::name)
                .contains("Violences faites aux femmes (Hilfetelefon)");
        assertThat(HelpView.of(profile("DE"), "pt").others())
                .allSatisfy(resource -> assertThat(resource.nameLanguage()).isEqualTo("de"));
    }

    @Test
    void whatNobodyVerifiedIsNotShown() {
        assertThat(HelpView.of(profile("CH"), "fr").others())
                .extracting(HelpView.Resource::number)
                .contains("147")
                .doesNotContain("142", "143");
    }

    @Test
    void aTextAndACallAreOneTapAway() {
        assertThat(HelpView.of(profile("FR"), "en").others())
                .extracting(HelpView.Resource::link)
                .contains("tel:3919", "sms:114", "tel:116006");
        assertThat(HelpView.of(profile("US"), "en").others())
                .extracting(HelpView.Resource::link)
                .contains("tel:18007997233");
    }

    @Test
    void theHoursAreThoseOfTheServiceAndNoneWhereNobodyKnows() {
        assertThat(HelpView.of(profile("DE"), "fr").others())
                .filteredOn(resource -> resource.number().equals("116 111"))
                .singleElement()
                .extracting(HelpView.Resource::when, HelpView.Resource::from, HelpView.Resource::to)
                .containsExactly("mon-sat", "14:00", "20:00");
        assertThat(HelpView.of(profile("FR"), "fr").others())
                .filteredOn(resource -> resource.number().equals("116 006"))
                .singleElement()
                .extracting(HelpView.Resource::when)
                .isEqualTo("");
    }

    private static CountryProfile profile(String country) {
        return ShippedCountries.load().of(new Country(country)).orElseThrow();
    }
}
