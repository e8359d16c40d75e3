package org.esquive.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.esquive.message.Country;
import org.esquive.settings.CountryProfile;
import org.esquive.settings.Evidence;
import org.esquive.settings.yaml.ShippedCountries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the words of a country add to those that hold everywhere.
class VocabularyTest {

    static List<CountryProfile> profiles() {
        return ShippedCountries.load().all();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyWordOfACountryIsHeardThere(CountryProfile profile) {
        Vocabulary vocabulary = Vocabulary.of(profile);
        assertThat(profile.keywords())
                .allSatisfy(keywords -> assertThat(keywords.words()).allSatisfy(word -> {
                    String typed = word.toLowerCase(Locale.ROOT).replace('_', ' ') + " !";
                    assertThat(vocabulary.keyword(typed)).as(word).isEqualTo(Keyword.of(keywords.wish()));
                }));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void noWordOfACountryHasAMeaningEverywhereAlready(CountryProfile profile) {
        assertThat(profile.keywords())
                .flatExtracting(CountryProfile.Keywords::words)
                .doesNotContainAnyElementsOf(Keyword.EVERYWHERE.keySet())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whatHoldsEverywhereHoldsInEachCountry(CountryProfile profile) {
        Vocabulary vocabulary = Vocabulary.of(profile);
        assertThat(Keyword.EVERYWHERE)
                .allSatisfy((word, keyword) ->
                        assertThat(vocabulary.keyword(word.replace('_', ' '))).isEqualTo(keyword));
    }

    @Test
    void aWordOfOneCountryIsAnOrdinaryWordInAnother() {
        assertThat(vocabulary("DE").keyword("Stopp")).isEqualTo(Keyword.STOP);
        assertThat(vocabulary("FR").keyword("Stopp")).isEqualTo(Keyword.NONE);
        assertThat(Vocabulary.EVERYWHERE.keyword("Stopp")).isEqualTo(Keyword.NONE);
    }

    @Test
    void whoeverIsInNeedIsNotGivenTheOrdinaryText() {
        assertThat(profiles())
                .allSatisfy(profile ->
                        assertThat(Vocabulary.of(profile).keyword("SOS!")).isEqualTo(Keyword.HELP));
    }

    @Test
    void whatAWordMeansEverywhereNoCountryChanges() {
        CountryProfile france = ShippedCountries.load().of(new Country("FR")).orElseThrow();
        Evidence evidence = new Evidence(Evidence.Mark.UNVERIFIED, Evidence.NO_SOURCE, france.checked());
        CountryProfile odd = new CountryProfile(
                france.country(),
                france.checked(),
                france.languages(),
                france.sources(),
                france.answers(),
                france.dialling(),
                france.neverAnswered(),
                List.of(new CountryProfile.Keywords(CountryProfile.Wish.START, Set.of("INFO", "ENCORE"), evidence)),
                france.help(),
                france.warnings(),
                france.quiet());
        assertThat(Vocabulary.of(odd).keyword("info")).isEqualTo(Keyword.HELP);
        assertThat(Vocabulary.of(odd).keyword("encore")).isEqualTo(Keyword.START);
    }

    private static Vocabulary vocabulary(String country) {
        return Vocabulary.of(ShippedCountries.load().of(new Country(country)).orElseThrow());
    }
}
