package org.esquive.console;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One question of a form, as `templates/forms.html` shows it: with its label, its hint, and what is wrong with what
/// was typed. A page makes one, adds to it with the methods below, and writes `forms :: field(...)`.
///
/// Some questions ask in several boxes what the settings write in one word; [Shape] says which.
///
/// @param name what it is called in what the browser sends, and its id in the page
/// @param shape how it is asked
/// @param label the question, in a few words
/// @param value what is answered now, as the settings write it
/// @param hint what helps to answer; may be empty
/// @param error what is wrong with the answer; empty if nothing is
/// @param traits what else is special
/// @param choices what may be chosen, where something is chosen
public record FormField(
        String name,
        Shape shape,
        String label,
        String value,
        String hint,
        String error,
        Traits traits,
        List<Choice> choices) {

    /// Two spans of one unit: `20m to 70m`.
    private static final Pattern RANGE = Pattern.compile("(.*?)(ms|[dhms])?\\s+to\\s+(.*?)(ms|[dhms])?");

    private static final Pattern SPAN = Pattern.compile("(.*?)(ms|[dhms])");
    private static final Pattern HOURS = Pattern.compile("(.*?)\\s+to\\s+(.*)");
    private static final int ROWS = 3;

    /// How a question is asked.
    public enum Shape {
        TEXT,
        NUMBER,
        MONEY,
        ADDRESS,
        MAIL,
        PHONE,
        /// Never shown again once it is stored.
        SECRET,
        /// Several lines.
        AREA,
        CHOICE,
        /// `true` or `false`.
        SWITCH,
        /// A number and a unit: `30d`.
        SPAN,
        /// Two numbers and a unit, or at once: `20m to 70m`, `none`.
        RANGE,
        /// The same, or not at all: `20s to 120s`, `none`.
        MAYBE_RANGE,
        /// Two times of the day, or none: `22:00 to 07:00`, `none`.
        HOURS
    }

    /// What is special about a question.
    ///
    /// @param required whether it must be answered
    /// @param stored whether an answer that may not be shown is stored
    /// @param unit what a number counts, behind its box
    /// @param complete what a browser may fill in, as the attribute `autocomplete`
    /// @param foreign whether the error is in English on a page that is not
    public record Traits(boolean required, boolean stored, String unit, String complete, boolean foreign) {
        static final Traits NONE = new Traits(false, false, "", "off", false);
    }

    /// Something that may be chosen.
    ///
    /// @param word as the settings write it
    /// @param label in words
    public record Choice(String word, String label) {}

    public FormField {
        choices = List.copyOf(choices);
    }

    /// A question.
    public static FormField of(String name, Shape shape, String label, String value) {
        return new FormField(name, shape, label, value, "", "", Traits.NONE, List.of());
    }

    /// A question with some answers to choose from. An answer that is none of them is added to them, so that a form
    /// never changes what nobody touched.
    public static FormField choice(String name, String label, String value, List<Choice> choices) {
        boolean known = choices.stream().anyMatch(choice -> choice.word().equals(value));
        List<Choice> all = known || value.isEmpty()
                ? choices
                : Stream.concat(choices.stream(), Stream.of(new Choice(value, value)))
                        .toList();
        return new FormField(name, Shape.CHOICE, label, value, "", "", Traits.NONE, all);
    }

    /// The same with a hint.
    public FormField hint(String words) {
        return new FormField(name, shape, label, value, words, error, traits, choices);
    }

    /// The same with another answer.
    public FormField value(String other) {
        return new FormField(name, shape, label, other, hint, error, traits, choices);
    }

    /// The same with what is wrong with it.
    public FormField error(String words) {
        return new FormField(name, shape, label, value, hint, words, traits, choices);
    }

    /// The same, with what is wrong said in English for want of better words.
    public FormField errorInEnglish(String words) {
        return error(words).with(new Traits(traits.required, traits.stored, traits.unit, traits.complete, true));
    }

    /// The same, to be answered.
    public FormField required() {
        return with(new Traits(true, traits.stored, traits.unit, traits.complete, traits.foreign));
    }

    /// The same, of which an answer is stored that is not shown.
    public FormField stored() {
        return with(new Traits(traits.required, true, traits.unit, traits.complete, traits.foreign));
    }

    /// The same with what its number counts.
    public FormField unit(String words) {
        return with(new Traits(traits.required, traits.stored, words, traits.complete, traits.foreign));
    }

    /// The same with what a browser may fill in.
    public FormField complete(String token) {
        return with(new Traits(traits.required, traits.stored, traits.unit, token, traits.foreign));
    }

    private FormField with(Traits others) {
        return new FormField(name, shape, label, value, hint, error, others, choices);
    }

    /// What the boxes point to for their description: the ids of hint and error, as far as they are there.
    public String described() {
        String toHint = hint.isEmpty() ? "" : name + "~hint";
        String toError = error.isEmpty() ? "" : name + "~error";
        return (toHint + " " + toError).strip();
    }

    /// The type of a box.
    public String type() {
        return switch (shape) {
            case ADDRESS -> "url";
            case PHONE -> "tel";
            case SECRET -> "password";
            case TEXT, NUMBER, MONEY, MAIL, AREA, CHOICE, SWITCH, SPAN, RANGE, MAYBE_RANGE, HOURS -> "text";
        };
    }

    /// The keyboard of a phone.
    public String keyboard() {
        return switch (shape) {
            case NUMBER, SPAN, RANGE, MAYBE_RANGE -> "numeric";
            case MONEY -> "decimal";
            case MAIL -> "email";
            case ADDRESS -> "url";
            case PHONE -> "tel";
            case TEXT, SECRET, AREA, CHOICE, SWITCH, HOURS -> "text";
        };
    }

    /// Lines of an area: as many as it has, and some to write in.
    public int rows() {
        return Math.clamp(value.lines().count() + 1, ROWS, 10 * ROWS);
    }

    /// Whether a switch is on, or a range is at once or not at all.
    public boolean on() {
        return switch (shape) {
            case SWITCH -> value.equals("true");
            case RANGE -> value.equals("none");
            case MAYBE_RANGE -> !value.equals("none") && !value.isEmpty();
            case TEXT, NUMBER, MONEY, ADDRESS, MAIL, PHONE, SECRET, AREA, CHOICE, SPAN, HOURS -> false;
        };
    }

    /// The first of two boxes.
    public String from() {
        return part(1, 1, 1);
    }

    /// The second of two boxes.
    public String to() {
        return part(3, 1, 2);
    }

    /// The unit of a number in a box.
    public String span() {
        Matcher range = RANGE.matcher(value);
        if (range.matches() && range.group(4) != null) {
            return inOneUnit() ? range.group(4) : "s";
        }
        Matcher span = SPAN.matcher(value);
        return span.matches() ? span.group(2) : "m";
    }

    private String part(int ofRange, int ofSpan, int ofHours) {
        return switch (shape) {
            case RANGE, MAYBE_RANGE -> {
                Matcher range = RANGE.matcher(value);
                yield range.matches() ? inUnit(range, ofRange) : value.equals("none") ? "" : first(SPAN, ofSpan);
            }
            case SPAN -> first(SPAN, ofSpan);
            case HOURS -> first(HOURS, ofHours);
            case TEXT, NUMBER, MONEY, ADDRESS, MAIL, PHONE, SECRET, AREA, CHOICE, SWITCH -> value;
        };
    }

    private String first(Pattern form, int group) {
        Matcher found = form.matcher(value);
        return found.matches() ? found.group(group) : value.equals("none") ? "" : value;
    }

    private boolean inOneUnit() {
        Matcher range = RANGE.matcher(value);
        return range.matches() && String.valueOf(range.group(2)).equals(String.valueOf(range.group(4)));
    }

    /// A number of a range: as it is if both have one unit, else in seconds.
    private String inUnit(Matcher range, int group) {
        String number = range.group(group);
        String unit = String.valueOf(range.group(group + 1));
        boolean plain = inOneUnit() || !number.matches("[0-9]{1,7}");
        return plain ? number : String.valueOf(Long.parseLong(number) * seconds(unit));
    }

    private static long seconds(String unit) {
        return switch (unit) {
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            default -> 1;
        };
    }
}
