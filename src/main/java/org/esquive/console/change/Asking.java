package org.esquive.console.change;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.esquive.console.FormField;
import org.esquive.console.FormField.Choice;
import org.esquive.console.FormField.Shape;
import org.esquive.console.change.Question.Form;
import org.esquive.message.Country;
import org.esquive.message.Numbering;
import org.esquive.settings.CountryProfile;

/// Makes the questions about one entry of the settings, with the words of the bundle: the key of a label is that of the
/// place without the name of the entry, and a hint has `.hint` behind it.
///
/// @param entry the path of the entry, such as `lines/demo`
/// @param phrases the words
record Asking(String entry, Phrases phrases) {
    private static final String NONE = "none";

    /// A question for one word.
    Question word(String place, Shape shape) {
        return Question.word(field(place, shape));
    }

    /// A question that must be answered.
    Question required(String place, Shape shape) {
        return Question.word(field(place, shape).required());
    }

    /// A question that is answered with `none` if it is left empty.
    Question orNone(String place, Shape shape) {
        return new Question(field(place, shape), Form.WORD, NONE);
    }

    /// A question for a list.
    Question list(String place) {
        return new Question(field(place, Shape.AREA), Form.LIST, "");
    }

    /// A question for names with values.
    Question pairs(String place) {
        return new Question(field(place, Shape.AREA), Form.PAIRS, "");
    }

    /// A question with choices.
    ///
    /// @param usual what holds if nothing is said
    Question choice(String place, String usual, List<Choice> choices) {
        FormField asked = field(place, Shape.CHOICE);
        FormField field =
                FormField.choice(asked.name(), asked.label(), "", choices).hint(asked.hint());
        return new Question(field, Form.WORD, usual);
    }

    /// A field without an answer.
    FormField field(String place, Shape shape) {
        String path = entry + "/" + place;
        return FormField.of(path, shape, Place.below(entry.split("/", 2)[0], place, phrases), "")
                .hint(phrases.maybe(Complaints.key(path) + ".hint").orElse(""));
    }

    /// Countries to choose from: those with a profile first, then all that have phone numbers.
    static List<Choice> countries(Collection<CountryProfile> profiles, Locale locale) {
        List<String> known =
                profiles.stream().map(profile -> profile.country().code()).toList();
        Stream<Choice> first = known.stream().map(code -> country(code, locale));
        Stream<Choice> others = Stream.of(Locale.getISOCountries())
                .filter(code -> !known.contains(code) && Numbering.hasPlan(new Country(code)))
                .map(code -> country(code, locale));
        Comparator<Choice> byName = Comparator.comparing(Choice::label);
        return Stream.concat(first.sorted(byName), others.sorted(byName)).toList();
    }

    private static Choice country(String code, Locale locale) {
        return new Choice(code, Locale.of("", code).getDisplayCountry(locale) + " (" + code + ")");
    }

    /// Languages to choose from.
    static List<Choice> languages(Collection<String> tags, Locale locale) {
        return tags.stream()
                .distinct()
                .map(tag -> new Choice(tag, Locale.forLanguageTag(tag).getDisplayName(locale)))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }
}
