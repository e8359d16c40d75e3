package org.esquive.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.esquive.message.Country;
import org.esquive.message.Numbering;
import org.esquive.settings.CountryProfile.NumberWarning;

/// What there is to say of the countries of a line: that one does not exist, that nobody wrote down what is
/// special about it, or what its numbering plan asks of such a number.
final class CountryCheck {
    private final String path;
    private final Line line;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private CountryCheck(String path, Line line) {
        this.path = path;
        this.line = line;
    }

    /// The findings of a line that stands at a path of the document.
    static Findings of(String path, Line line, Countries countries) {
        CountryCheck check = new CountryCheck(path, line);
        check.checkExists("country", line.country());
        line.alsoAnswered().stream()
                .sorted(Comparator.comparing(Country::code))
                .forEach(country -> check.checkExists("also-answered", country));
        check.checkProfile(countries);
        return new Findings(check.problems, check.warnings);
    }

    private void checkExists(String key, Country country) {
        if (!Numbering.hasPlan(country)) {
            problems.add(new Problem(
                    path + "." + key,
                    Shown.of(country.code()) + ", which no numbering plan knows",
                    "the code of a country by ISO 3166-1, such as FR"));
        }
    }

    /// A number kept for films and examples is in no plan, so no rule of a plan speaks of it.
    private void checkProfile(Countries countries) {
        if (countries.of(line.country()).isEmpty() && Numbering.hasPlan(line.country())) {
            warnings.add(new Warning(
                    path + ".country",
                    "no profile for " + line.country() + ": only the rules that hold everywhere apply; "
                            + "docs/countries.md says how to add one"));
        }
        countries
                .of(line.country())
                .filter(_ -> !Numbering.isForFiction(line.number()))
                .ifPresent(profile -> profile.warningsOf(line.number())
                        .forEach(warning -> warnings.add(new Warning(path + ".number", sentence(warning)))));
    }

    private static String sentence(NumberWarning warning) {
        String mark = warning.evidence().mark().name().toLowerCase(Locale.ROOT);
        return "%s; ask a lawyer (%s, %s)"
                .formatted(warning.note(), mark, warning.evidence().date());
    }
}
