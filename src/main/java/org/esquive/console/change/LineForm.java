package org.esquive.console.change;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.esquive.console.FormField;
import org.esquive.console.FormField.Choice;
import org.esquive.console.FormField.Shape;
import org.esquive.message.LineId;
import org.esquive.policy.Budget;
import org.esquive.policy.Rules;
import org.esquive.policy.Windows;
import org.esquive.settings.Cap;
import org.esquive.settings.Countries;
import org.esquive.settings.CountryProfile;
import org.esquive.settings.Line;
import org.esquive.settings.Measure;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;

/// The questions about a line, what matters most first.
///
/// @param line whose
/// @param settings in force
/// @param shipped texts that come with the program, by language tag
/// @param countries what is special about each country
/// @param phrases the words
record LineForm(Line line, Settings settings, Map<String, ReplyTexts> shipped, Countries countries, Phrases phrases) {

    /// Where lines stand.
    static final String PATH = "lines/";

    /// What a line may still say: beside a limit stands what the channel bears, and what was said so far.
    ///
    /// @param rules those of the line
    /// @param spent what the line said
    /// @param now now
    record Left(Rules rules, Budget spent, Instant now) {}

    /// Every question.
    List<Group> groups(Optional<Left> left) {
        Asking asking = new Asking("lines/" + line.id(), phrases);
        return List.of(
                Group.open(phrases.say("settings.group.number"), number(asking)),
                Group.open(phrases.say("settings.group.when"), when(asking)),
                Group.folded(
                        phrases.say("settings.group.limits"),
                        phrases.say("settings.group.limits.lead"),
                        limits(asking, left)),
                Group.folded(phrases.say("settings.group.whom"), phrases.say("settings.group.whom.lead"), whom(asking)),
                Group.folded(
                        phrases.say("settings.group.flood"), phrases.say("settings.group.flood.lead"), flood(asking)));
    }

    private List<Question> number(Asking asking) {
        List<Choice> channels = settings.channels().stream()
                .map(channel -> new Choice(channel.id(), channel.id() + " (" + channel.kind() + ")"))
                .toList();
        List<Choice> statuses = Arrays.stream(Line.Status.values())
                .map(status -> new Choice(
                        status.name().toLowerCase(Locale.ROOT), phrases.say("settings.lines.status." + status.name())))
                .toList();
        return List.of(
                asking.choice("status", "open", statuses),
                asking.required("number", Shape.PHONE),
                asking.choice("country", "", Asking.countries(countries.all(), phrases.locale())),
                asking.choice("channel", "", channels),
                asking.choice("language", "fr", Asking.languages(languages(), phrases.locale())));
    }

    private Collection<String> languages() {
        return Stream.concat(shipped.keySet().stream(), settings.texts().keySet().stream())
                .toList();
    }

    private List<Question> when(Asking asking) {
        Question quiet = asking.orNone("quiet", Shape.HOURS);
        FormField hinted = countries
                .of(line.country())
                .flatMap(CountryProfile::quiet)
                .map(hours -> quiet.field().hint(phrases.say("settings.lines.quiet.usual", hours.from(), hours.to())))
                .orElse(quiet.field());
        return List.of(
                asking.word("delay", Shape.RANGE),
                asking.orNone("cover", Shape.MAYBE_RANGE),
                new Question(hinted, quiet.form(), quiet.empty()));
    }

    private List<Question> limits(Asking asking, Optional<Left> left) {
        Stream<Question> caps = Arrays.stream(Cap.values()).map(cap -> cap(asking, cap, left));
        Stream<Question> others = Stream.of(
                asking.pairs("limits/per-prefix"),
                asking.word("limits/texts-per-sender", Shape.NUMBER),
                asking.word("limits/memory", Shape.SPAN),
                asking.word("limits/stale", Shape.SPAN),
                asking.orNone("limits/gap", Shape.SPAN));
        return Stream.concat(caps, others).toList();
    }

    private Question cap(Asking asking, Cap cap, Optional<Left> left) {
        Question question = asking.orNone("limits/" + cap.word(), shape(cap));
        String known = left.map(each -> said(cap, each)).orElse("");
        String hint = (question.field().hint() + " " + known).strip();
        return new Question(question.field().hint(hint), question.form(), question.empty());
    }

    /// What the channel bears, and what was said so far.
    private String said(Cap cap, Left left) {
        CapWords words = new CapWords(phrases, left.rules().channel().prices().currency());
        OptionalLong bears = left.rules().channel().caps().most(cap);
        long spent = left.spent()
                .spending()
                .soFar(cap, Windows.at(left.now(), left.spent().zone()));
        String ofChannel =
                bears.isPresent() ? phrases.say("settings.cap.channel", words.of(cap, bears.getAsLong())) : "";
        return (ofChannel + " " + phrases.say("settings.cap.spent", words.of(cap, spent))).strip();
    }

    /// The box for a limit.
    static Shape shape(Cap cap) {
        return cap.measure() == Measure.MONEY ? Shape.MONEY : Shape.NUMBER;
    }

    private static List<Question> whom(Asking asking) {
        return List.of(asking.list("also-answered"), asking.list("denied"), asking.word("zone", Shape.TEXT));
    }

    private static List<Question> flood(Asking asking) {
        return List.of(
                asking.word("flood/senders-per-minute", Shape.NUMBER),
                asking.word("flood/texts-per-minute", Shape.NUMBER),
                asking.word("flood/neighbours", Shape.NUMBER),
                asking.word("flood/calm", Shape.SPAN),
                asking.word("flood/sample", Shape.NUMBER));
    }

    /// The path of a line.
    static String path(LineId id) {
        return PATH + id;
    }
}
