package org.esquive.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.settings.CountryProfile;
import org.esquive.settings.Evidence.Mark;
import org.esquive.settings.HelpResource;
import org.junit.jupiter.api.Test;

/// `docs/countries.md` says what the files say.
class CountriesPageTest {
    private static final Path PAGE = Path.of("docs/countries.md");
    private static final String TABLE = "<!-- the table below is tested against the files: CountriesPageTest -->\n";

    @Test
    void thePageListsEveryProfile() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(TABLE) + TABLE.length());
        Golden.check(PAGE, before + table());
    }

    @Test
    void thePageExplainsEveryKey() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Arrays.stream(CountryKey.values()).filter(key -> key != CountryKey.DOCUMENT))
                .allSatisfy(key -> assertThat(page).contains("`" + key.word() + "`"));
    }

    private static String table() {
        StringBuilder table = new StringBuilder("\n| country | checked | help shown to the public | by the press only |"
                + " unverified |\n|---|---|---|---|---|\n");
        for (CountryProfile profile : ShippedCountries.load().all()) {
            table.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            profile.country(),
                            profile.checked(),
                            numbers(profile, Mark.VERIFIED),
                            numbers(profile, Mark.PRESS),
                            unverified(profile)));
        }
        return table.toString();
    }

    private static String numbers(CountryProfile profile, Mark mark) {
        return joined(profile.help().stream()
                .filter(help -> help.evidence().mark() == mark)
                .map(help -> help.way() == HelpResource.Way.TEXT ? help.number() + " by text" : help.number()));
    }

    private static String unverified(CountryProfile profile) {
        Stream<String> help = Stream.of(numbers(profile, Mark.UNVERIFIED))
                .filter(numbers -> !numbers.equals("–"))
                .map("help "::concat);
        Stream<String> never = profile.neverAnswered().stream()
                .filter(entry -> entry.evidence().mark() == Mark.UNVERIFIED)
                .map(entry -> entry.codes().size() + entry.numbers().size() + " senders never answered");
        Stream<String> words = profile.keywords().stream()
                .filter(entry -> entry.evidence().mark() == Mark.UNVERIFIED)
                .flatMap(entry -> entry.words().stream())
                .sorted();
        Stream<String> warnings = profile.warnings().stream()
                .filter(entry -> entry.evidence().mark() == Mark.UNVERIFIED)
                .map(entry -> "a warning for " + String.join(" ", entry.prefixes()));
        Stream<String> quiet = profile.quiet().stream()
                .filter(entry -> entry.evidence().mark() == Mark.UNVERIFIED)
                .map(_ -> "quiet hours");
        List<Stream<String>> all = List.of(help, never, words, warnings, quiet);
        return joined(all.stream().flatMap(each -> each));
    }

    private static String joined(Stream<String> words) {
        String joined = words.collect(Collectors.joining(", "));
        return joined.isEmpty() ? "–" : joined;
    }
}
