package org.esquive.settings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.esquive.message.Country;
import org.esquive.message.NumberType;
import org.esquive.message.PhoneNumber;

/// What is special about a country: dated facts, each with its source, read once at the start from the folder
/// `countries` of the resources. `docs/countries.md` says how to add or correct one. Nothing in it is legal
/// advice.
///
/// @param country whose facts they are
/// @param checked the day on which all of them were last compared with their sources
/// @param languages what most people there read; a country of several leaves the choice to the line
/// @param sources where the facts come from, by id
/// @param answers the types of number that may be answered
/// @param dialling how its numbers are built
/// @param neverAnswered emergency and help numbers
/// @param keywords words that are wishes there, besides those that hold everywhere
/// @param help whom to turn to, the most urgent first
/// @param warnings what a keeper should know of some of its numbers
/// @param quiet when people sleep, if there is a suggestion
public record CountryProfile(
        Country country,
        LocalDate checked,
        List<String> languages,
        Map<String, Source> sources,
        List<Answered> answers,
        Dialling dialling,
        List<Unanswered> neverAnswered,
        List<Keywords> keywords,
        List<HelpResource> help,
        List<NumberWarning> warnings,
        Optional<Quiet> quiet) {

    /// Facts older than this are to be compared with their sources again.
    private static final int YEARS_FRESH = 1;

    /// A page or a document.
    ///
    /// @param title whose it is and what it is called
    /// @param link where it is
    /// @param read when it was read
    public record Source(String title, String link, LocalDate read) {}

    /// A type of number that may be answered.
    ///
    /// @param type the type
    /// @param note why, and what to know about it
    /// @param evidence who says so
    public record Answered(NumberType type, String note, Evidence evidence) {}

    /// How the numbers of a country are built.
    ///
    /// @param shortest the fewest digits of a number that takes texts, without country code and leading zero
    /// @param codes the shapes of short codes, such as `3xxxx`
    /// @param rule the same in words
    /// @param evidence who says so
    public record Dialling(int shortest, List<String> codes, String rule, Evidence evidence) {
        public Dialling {
            codes = List.copyOf(codes);
        }
    }

    /// Senders that are never answered.
    ///
    /// @param codes their short numbers, such as `112`
    /// @param numbers their full numbers
    /// @param who whose numbers they are
    /// @param evidence who says so
    public record Unanswered(Set<String> codes, Set<PhoneNumber> numbers, String who, Evidence evidence) {
        public Unanswered {
            codes = Set.copyOf(codes);
            numbers = Set.copyOf(numbers);
        }
    }

    /// What a word asks for.
    public enum Wish {
        STOP,
        HELP,
        START
    }

    /// Words that are a wish, in capitals without accents.
    ///
    /// @param wish what they ask for
    /// @param words the words
    /// @param evidence who says so
    public record Keywords(Wish wish, Set<String> words, Evidence evidence) {
        public Keywords {
            words = Set.copyOf(words);
        }
    }

    /// What a keeper should know of some numbers.
    ///
    /// @param prefixes how the numbers begin, such as `+336`
    /// @param note what follows from it and what to do, in one sentence without its full stop
    /// @param evidence who says so
    public record NumberWarning(List<String> prefixes, String note, Evidence evidence) {
        public NumberWarning {
            prefixes = List.copyOf(prefixes);
        }

        boolean isOf(PhoneNumber number) {
            return prefixes.stream().anyMatch(number.e164()::startsWith);
        }
    }

    /// When a text should rather not arrive.
    ///
    /// @param from the evening
    /// @param to the morning
    /// @param note why
    /// @param evidence who says so
    public record Quiet(LocalTime from, LocalTime to, String note, Evidence evidence) {}

    public CountryProfile {
        languages = List.copyOf(languages);
        sources = Map.copyOf(sources);
        answers = List.copyOf(answers);
        neverAnswered = List.copyOf(neverAnswered);
        keywords = List.copyOf(keywords);
        help = List.copyOf(help);
        warnings = List.copyOf(warnings);
    }

    /// Whether the facts were last compared with their sources more than a year ago.
    public boolean isStale(LocalDate today) {
        return checked.plusYears(YEARS_FRESH).isBefore(today);
    }

    /// The language that nearly everybody there reads, if there is one.
    public Optional<String> language() {
        return languages.size() == 1 ? Optional.of(languages.getFirst()) : Optional.empty();
    }

    /// The help that may be shown to anybody, the most urgent first.
    public List<HelpResource> publicHelp() {
        return help.stream().filter(resource -> resource.evidence().isPublic()).toList();
    }

    /// What a keeper should know of a number.
    public List<NumberWarning> warningsOf(PhoneNumber number) {
        return warnings.stream().filter(warning -> warning.isOf(number)).toList();
    }
}
