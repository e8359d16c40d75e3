package org.esquive.console.change;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.console.FormField.Shape;
import org.springframework.util.MultiValueMap;

/// What a form sent: an answer for each question, in the words of the settings.
///
/// @param values as the browser sent them, by name
record Sent(Map<String, List<String>> values) {
    private static final String NONE = "none";

    Sent {
        values = Map.copyOf(values);
    }

    static Sent of(MultiValueMap<String, String> values) {
        return new Sent(values);
    }

    /// The version that the form was filled in from; 0 if it does not say.
    int version() {
        return one("version")
                .filter(word -> word.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /// What is said under a name, the last time it is said.
    Optional<String> one(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(all -> !all.isEmpty())
                .map(List::getLast);
    }

    /// The answer to a question, which may have been given in several boxes; none if it was not asked.
    Optional<String> answer(String name, Shape shape) {
        return switch (shape) {
            case SPAN -> one(name + "~from").map(count -> span(count, unit(name)));
            case RANGE -> one(name + "~from").map(from -> isOn(name) ? NONE : range(name, from));
            case MAYBE_RANGE -> one(name + "~from").map(from -> range(name, from));
            case HOURS -> one(name + "~from").map(from -> hours(from, part(name, "~to")));
            case NUMBER -> one(name).map(Sent::digits);
            case MONEY -> one(name).map(word -> digits(word).replace(',', '.'));
            case AREA -> one(name).map(word -> word.replace("\r\n", "\n").strip());
            case SECRET -> one(name);
            case TEXT, ADDRESS, MAIL, PHONE, CHOICE, SWITCH -> one(name).map(String::strip);
        };
    }

    private boolean isOn(String name) {
        return one(name + "~on").isPresent();
    }

    private String unit(String name) {
        return Stream.of("ms", "s", "m", "h", "d")
                .filter(part(name, "~unit")::equals)
                .findFirst()
                .orElse("m");
    }

    private String part(String name, String part) {
        return one(name + part).map(Sent::digits).orElse("");
    }

    private static String span(String count, String unit) {
        String digits = digits(count);
        return digits.isEmpty() ? "" : digits + unit;
    }

    /// Who fills in one of the two boxes means the same twice.
    private String range(String name, String from) {
        String first = digits(from);
        String second = part(name, "~to");
        String shortest = first.isEmpty() ? second : first;
        String longest = second.isEmpty() ? first : second;
        if (shortest.isEmpty()) {
            return "";
        }
        String unit = unit(name);
        return shortest + unit + " to " + longest + unit;
    }

    private static String hours(String from, String to) {
        return from.isBlank() && to.isBlank() ? "" : from.strip() + " to " + to;
    }

    /// Without the spaces that people write into long numbers; the word for no limit may be French.
    private static String digits(String word) {
        String plain = word.replaceAll("[\\s\\u00a0\\u202f]", "").toLowerCase(Locale.ROOT);
        return plain.equals("aucune") || plain.equals("aucun") ? NONE : plain;
    }
}
