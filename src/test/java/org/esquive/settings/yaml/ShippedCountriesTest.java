package org.esquive.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.message.Country;
import org.esquive.message.Numbering;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.esquive.settings.Countries;
import org.esquive.settings.CountryProfile;
import org.esquive.settings.Evidence;
import org.esquive.settings.HelpResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the profiles that come with the program promise, file by file.
class ShippedCountriesTest {
    private static final Path FOLDER = Path.of("src/main/resources/countries");
    private static final Countries COUNTRIES = ShippedCountries.load();

    static List<CountryProfile> profiles() {
        return COUNTRIES.all();
    }

    @Test
    void everyFileIsAProfileThatIsRead() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> codes = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
            assertThat(codes).isEqualTo(ShippedCountries.CODES);
            assertThat(profiles()).hasSameSizeAs(codes);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whoeverHelpsIsNeverAnswered(CountryProfile profile) {
        Set<String> codes = profile.neverAnswered().stream()
                .flatMap(entry -> entry.codes().stream())
                .collect(Collectors.toSet());
        assertThat(profile.help()).allSatisfy(help -> {
            Optional<PhoneNumber> full = Numbering.number(help.number(), profile.country());
            assertThat(codes.contains(help.digits())
                            || full.map(COUNTRIES::isNeverAnswered).orElse(false))
                    .as(help.number())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void noEmergencyNumberIsTakenForAMobilePhone(CountryProfile profile) {
        Stream<String> codes = profiles().stream()
                .flatMap(each -> each.neverAnswered().stream())
                .flatMap(entry -> entry.codes().stream());
        assertThat(codes)
                .allSatisfy(code -> assertThat(Numbering.sender(code, profile.country()))
                        .as(code)
                        .isNotInstanceOf(Sender.Mobile.class));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void noShortCodeIsTakenForAMobilePhone(CountryProfile profile) {
        Random random = new Random(112);
        assertThat(profile.dialling().codes()).isNotEmpty().allSatisfy(shape -> {
            for (int round = 0; round < 100; round++) {
                assertThat(Numbering.sender(filled(shape, random), profile.country()))
                        .as(shape)
                        .isNotInstanceOf(Sender.Mobile.class);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void noNumberThatIsTooShortIsTakenForAMobilePhone(CountryProfile profile) {
        Random random = new Random(112);
        for (int length = 2; length < profile.dialling().shortest(); length++) {
            for (int round = 0; round < 1_000; round++) {
                Sender sender = Numbering.sender(filled("x".repeat(length), random), profile.country());
                boolean ofTheCountry =
                        sender instanceof Sender.Mobile(var _, Country country) && country.equals(profile.country());
                assertThat(ofTheCountry).as("%d digits", length).isFalse();
            }
        }
    }

    private static String filled(String shape, Random random) {
        return shape.chars()
                .mapToObj(c -> c == 'x' ? "" + random.nextInt(10) : "" + (char) c)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void thePublicReadsOnlyWhatIsVerifiedAndFirstWhomToCallInDanger(CountryProfile profile) {
        assertThat(profile.publicHelp())
                .allSatisfy(help -> assertThat(help.evidence().mark()).isEqualTo(Evidence.Mark.VERIFIED));
        assertThat(profile.publicHelp().getFirst().kind()).isEqualTo(HelpResource.Kind.EMERGENCY);
        assertThat(profile.publicHelp()).anyMatch(help -> help.kind() != HelpResource.Kind.EMERGENCY);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyVerifiedResourceHasANameInALanguageOfItsCountryAndInThoseOfThePages(CountryProfile profile) {
        assertThat(profile.publicHelp()).allSatisfy(help -> {
            assertThat(help.names()).containsKeys("fr", "en");
            assertThat(help.names().keySet()).containsAnyElementsOf(profile.languages());
        });
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everySourceIsNeeded(CountryProfile profile) {
        Set<String> used = new HashSet<>();
        evidence(profile).map(Evidence::source).forEach(used::add);
        used.remove(Evidence.NO_SOURCE);
        assertThat(used).isEqualTo(profile.sources().keySet());
    }

    private static Stream<Evidence> evidence(CountryProfile profile) {
        return Stream.of(
                        Stream.of(profile.dialling().evidence()),
                        profile.answers().stream().map(CountryProfile.Answered::evidence),
                        profile.neverAnswered().stream().map(CountryProfile.Unanswered::evidence),
                        profile.keywords().stream().map(CountryProfile.Keywords::evidence),
                        profile.help().stream().map(HelpResource::evidence),
                        profile.warnings().stream().map(CountryProfile.NumberWarning::evidence),
                        profile.quiet().stream().map(CountryProfile.Quiet::evidence))
                .flatMap(all -> all);
    }

    @Test
    void aProfileIsStaleOnceItWasNotCheckedForAYear() {
        CountryProfile france = COUNTRIES.of(new Country("FR")).orElseThrow();
        LocalDate checked = france.checked();
        assertThat(france.isStale(checked.plusYears(1))).isFalse();
        assertThat(france.isStale(checked.plusYears(1).plusDays(1))).isTrue();
    }

    @Test
    void aCountryOfSeveralLanguagesHasNoneForEverybody() {
        assertThat(COUNTRIES.of(new Country("FR")).orElseThrow().language()).contains("fr");
        assertThat(COUNTRIES.of(new Country("CH")).orElseThrow().language()).isEmpty();
    }
}
