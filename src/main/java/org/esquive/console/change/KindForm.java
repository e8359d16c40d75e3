package org.esquive.console.change;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.esquive.alert.AlarmKind;
import org.esquive.alert.Ways;
import org.esquive.channel.ChannelKind;
import org.esquive.console.FormField;
import org.esquive.console.FormField.Choice;
import org.esquive.console.FormField.Shape;
import org.esquive.console.change.Question.Form;
import org.esquive.settings.Line;
import org.esquive.settings.Option;
import org.esquive.settings.Option.Input;
import org.esquive.settings.Option.Need;

/// What a kind of channel or alert wants to know, as questions, in the words of its folder.
final class KindForm {
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String name;
    private final List<Option> options;
    private final ResourceBundle words;
    private final Phrases phrases;

    private final boolean fresh;

    private KindForm(String name, List<Option> options, ResourceBundle words, Phrases phrases, boolean fresh) {
        this.name = name;
        this.options = options;
        this.words = words;
        this.phrases = phrases;
        this.fresh = fresh;
    }

    static KindForm of(ChannelKind kind, Phrases phrases) {
        return new KindForm(kind.name(), kind.options(), words(kind.getClass(), phrases), phrases, false);
    }

    /// With what every kind of alert wants to know.
    static KindForm of(AlarmKind kind, Phrases phrases) {
        List<Option> all = Stream.concat(
                        kind.options().stream(), Ways.OPTIONS.stream().map(Option::rare))
                .toList();
        return new KindForm(kind.name(), all, words(kind.getClass(), phrases), phrases, false);
    }

    private static ResourceBundle words(Class<?> kind, Phrases phrases) {
        return ResourceBundle.getBundle(
                kind.getPackageName() + ".words", phrases.locale(), kind.getClassLoader(), NO_OTHER_LANGUAGE);
    }

    /// The same for an entry that is not there yet: secrets that are best made up are, to be copied to where else they
    /// are needed.
    KindForm fresh() {
        return new KindForm(name, options, words, phrases, true);
    }

    /// The kind, as the settings call it.
    public String name() {
        return name;
    }

    /// What it is called.
    public String title() {
        return words.getString("name");
    }

    /// What it is.
    public String lead() {
        return words.getString("lead");
    }

    /// What one needs for it.
    public String needs() {
        return words.getString("needs");
    }

    /// The questions that nearly everybody answers.
    ///
    /// @param entry the path of the entry
    /// @param lines the lines that are there to choose from, or that the channel serves
    List<Question> asked(String entry, List<Line> lines) {
        return questions(entry, lines, false);
    }

    /// The questions for the few.
    List<Question> rare(String entry, List<Line> lines) {
        return questions(entry, lines, true);
    }

    private List<Question> questions(String entry, List<Line> lines, boolean rare) {
        List<Question> questions = new ArrayList<>();
        for (Option option : options) {
            if ((option.need() == Need.RARE) != rare) {
                continue;
            }
            if (!option.isOfEachLine()) {
                questions.add(question(entry, option, option.name(), lines));
            } else if (lines.size() > 1) {
                lines.forEach(line -> questions.add(question(
                        entry,
                        option,
                        option.name().replace(Option.EACH_LINE, line.id().value()),
                        lines)));
            }
        }
        return questions;
    }

    private Question question(String entry, Option option, String called, List<Line> lines) {
        String path = entry + (option.secret() ? "/secrets/" : "/options/") + called;
        String label = label(option, called);
        FormField field = field(path, label, option, lines).hint(hint(option));
        FormField asked = option.need() == Need.REQUIRED ? field.required() : field;
        return new Question(asked, Form.WORD, asked.shape() == Shape.CHOICE ? option.usual() : "");
    }

    private FormField field(String path, String label, Option option, List<Line> lines) {
        return switch (option.input()) {
            case Input.OneOf(var all) -> FormField.choice(path, label, "", choices(option, all));
            case Input.OwnLine _ ->
                FormField.choice(
                        path,
                        label,
                        "",
                        lines.stream()
                                .map(line -> line.id().value())
                                .map(id -> new Choice(id, id))
                                .toList());
            case Input.Coined(var coin) when fresh -> FormField.of(path, Shape.TEXT, label, coin.get());
            case Input _ when option.secret() -> FormField.of(path, Shape.SECRET, label, "");
            case Input.Words _, Input.Coined _ -> FormField.of(path, Shape.TEXT, label, "");
            case Input.Address _ -> FormField.of(path, Shape.ADDRESS, label, "");
            case Input.Mail _ -> FormField.of(path, Shape.MAIL, label, "");
            case Input.Phone _ -> FormField.of(path, Shape.PHONE, label, "");
            case Input.Whole _ -> FormField.of(path, Shape.NUMBER, label, "");
        };
    }

    private List<Choice> choices(Option option, List<String> all) {
        return all.stream()
                .map(word -> new Choice(
                        word,
                        word("option." + option.name() + "." + word)
                                .or(() -> phrases.maybe("settings.alerts.options." + option.name() + "." + word))
                                .orElse(word)))
                .toList();
    }

    private String label(Option option, String called) {
        String line = called.substring(called.lastIndexOf('.') + 1);
        return word("option." + option.name())
                .map(label -> MessageFormat.format(label, line))
                .or(() -> phrases.maybe("settings.alerts.options." + option.name()))
                .orElse(called);
    }

    /// With the range of a number and what is usual, so that neither is written twice.
    private String hint(Option option) {
        String hint = word("option." + option.name() + ".hint")
                .or(() -> phrases.maybe("settings.alerts.options." + option.name() + ".hint"))
                .orElse("");
        String range = option.input() instanceof Input.Whole(int least, int most)
                ? phrases.say("form.range", least, most)
                : "";
        boolean isOpen = option.usual().isEmpty() || option.input() instanceof Input.OneOf;
        String usual = isOpen ? "" : phrases.say("form.usual", option.usual());
        return String.join(" ", Arrays.asList(hint, range, usual)).strip().replaceAll(" +", " ");
    }

    private Optional<String> word(String key) {
        return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
    }
}
