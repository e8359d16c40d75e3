package org.esquive.console.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.esquive.channel.ChannelKind;
import org.esquive.console.FormField.Shape;
import org.esquive.message.Country;
import org.esquive.message.Numbering;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Problem;
import org.esquive.settings.yaml.Draft;
import org.esquive.settings.yaml.Edit;

/// What each of the first steps asks and shows, what its answers change, and which comes next.
final class Steps {
    /// What begins the choice of a kind of channel.
    static final String KIND = "kind:";

    /// What begins the choice of a channel that is there.
    static final String CHANNEL = "channel:";
    private static final String USUAL_COUNTRY = "FR";

    /// The ways of being told that are offered here.
    static final List<String> TOLD_BY = List.of("mail", "ntfy");

    private final Turn turn;
    private final Kinds kinds;
    private final LinePages.Shipped shipped;
    private final BooleanSupplier isNew;

    /// @param isNew whether the settings are still those that a new installation begins with
    Steps(Turn turn, Kinds kinds, LinePages.Shipped shipped, BooleanSupplier isNew) {
        this.turn = turn;
        this.kinds = kinds;
        this.shipped = shipped;
        this.isNew = isNew;
    }

    /// The beginning; what a new installation has is only there to be tried, and is replaced.
    Sketch begin() {
        int version = turn.editor().desk().version();
        Draft now = turn.editor().draft(version);
        String country = turn.editor().desk().current().lines().stream()
                .map(line -> line.country().code())
                .findFirst()
                .orElse(USUAL_COUNTRY);
        return Sketch.of(version, now, isNew.getAsBoolean())
                .with(List.of(new Edit.Put(Sketch.LINE + "/country", country)));
    }

    /// The kinds to choose from.
    Kinds kinds() {
        return kinds;
    }

    /// What comes with the program.
    LinePages.Shipped shipped() {
        return shipped;
    }

    /// Whether the settings are still those that a new installation begins with.
    boolean isNewInstallation() {
        return isNew.getAsBoolean();
    }

    /// What a step asks.
    List<Group> groups(Step step, Sketch sketch) {
        Asking line = new Asking(Sketch.LINE, turn.phrases());
        return switch (step) {
            case COUNTRY ->
                List.of(open(line.choice(
                        "country",
                        "",
                        Asking.countries(
                                shipped.countries().all(), turn.phrases().locale()))));
            case CHANNEL ->
                form(sketch).map(form -> open(form.asked(Sketch.CHANNEL, List.of()))).stream()
                        .toList();
            case LINE ->
                List.of(open(
                        line.required("number", Shape.PHONE),
                        line.choice(
                                "language",
                                language(sketch),
                                Asking.languages(
                                        shipped.texts().keySet(), turn.phrases().locale()))));
            case PROMISE -> promise(sketch, line);
            case WAY, WHOM, REVIEW -> List.of();
        };
    }

    private List<Group> promise(Sketch sketch, Asking line) {
        List<Group> groups = new ArrayList<>();
        Question perDay = line.word("limits/replies-per-day", Shape.NUMBER);
        groups.add(open(
                line.word("delay", Shape.RANGE),
                Question.word(perDay.field().hint(turn.phrases().say("welcome.per.day")))));
        Caps bears = sketch.kind()
                .flatMap(kinds::channel)
                .map(ChannelKind::usualCaps)
                .orElse(Caps.NONE);
        if (!bears.most().isEmpty()) {
            Asking channel = new Asking(Sketch.CHANNEL, turn.phrases());
            CapWords words = new CapWords(turn.phrases(), "");
            Stream<Question> caps = bears.most().entrySet().stream().map(cap -> {
                Question question = channel.word("limits/" + cap.getKey().word(), LineForm.shape(cap.getKey()));
                return Question.word(question.field()
                        .hint(turn.phrases().say("settings.cap.usual", words.of(cap.getKey(), cap.getValue()))));
            });
            Stream<Question> money =
                    Stream.of(channel.pairs("prices"), line.orNone("limits/" + Cap.MONEY_PER_DAY.word(), Shape.MONEY));
            groups.add(Group.folded(
                    turn.phrases().say("welcome.contract"),
                    turn.phrases().say("welcome.contract.lead"),
                    Stream.concat(caps, money).toList()));
        }
        return groups;
    }

    private static Group open(Question... questions) {
        return open(List.of(questions));
    }

    private static Group open(List<Question> questions) {
        return Group.open("", questions);
    }

    Optional<KindForm> form(Sketch sketch) {
        return sketch.kind()
                .flatMap(kinds::channel)
                .map(kind -> KindForm.of(kind, turn.phrases()).fresh());
    }

    /// The language of replies unless it is said: what the country reads, else that of the page.
    String language(Sketch sketch) {
        Country country = country(sketch);
        List<String> read = shipped.countries()
                .of(country)
                .map(profile -> profile.languages())
                .orElse(List.of());
        return Stream.concat(read.stream(), Stream.of(turn.phrases().locale().getLanguage()))
                .filter(shipped.texts()::containsKey)
                .findFirst()
                .orElse("en");
    }

    /// The language that was chosen for replies, or would be.
    String spoken(Sketch sketch) {
        return sketch.draft().word(Sketch.LINE + "/language").orElseGet(() -> language(sketch));
    }

    private static Country country(Sketch sketch) {
        return new Country(sketch.draft()
                .word(Sketch.LINE + "/country")
                .filter(code -> code.matches("[A-Z]{2}"))
                .orElse(USUAL_COUNTRY));
    }

    /// The sketch with the answers of a step.
    Sketch answered(Step step, Sketch sketch, Sent sent) {
        return switch (step) {
            case WAY -> way(sketch, sent.one("way").orElse(""));
            case WHOM -> whom(sketch, sent);
            case LINE -> line(sketch, sent);
            case COUNTRY, CHANNEL, PROMISE, REVIEW -> sketch.with(edits(groups(step, sketch), sketch, sent));
        };
    }

    private static List<Edit> edits(List<Group> groups, Sketch sketch, Sent sent) {
        return Group.all(groups).stream()
                .flatMap(question -> question.edits(sketch.draft(), sent).stream())
                .toList();
    }

    /// What was answered for another kind of channel is of no use for this one.
    private static Sketch way(Sketch sketch, String way) {
        if (way.startsWith(CHANNEL)) {
            return sketch.with(List.of(
                    new Edit.Remove(Sketch.CHANNEL),
                    new Edit.Put(Sketch.LINE + "/channel", way.substring(CHANNEL.length()))));
        }
        String kind = way.startsWith(KIND) ? way.substring(KIND.length()) : "";
        Sketch cleared = sketch.kind().filter(kind::equals).isPresent()
                ? sketch
                : sketch.with(List.of(new Edit.Remove(Sketch.CHANNEL)));
        return cleared.with(List.of(
                new Edit.Put(Sketch.CHANNEL + "/kind", kind), new Edit.Put(Sketch.LINE + "/channel", Entries.UNNAMED)));
    }

    /// The language is always written down, so that it does not hang on that of the page; a number is kept in
    /// international form.
    private Sketch line(Sketch sketch, Sent sent) {
        String language = sent.one(Sketch.LINE + "/language").orElseGet(() -> language(sketch));
        Sketch spoken = Tone.named(sent.one("tone").orElse("")).chosen(sketch, language, shipped.texts());
        Sketch answered = spoken.with(edits(groups(Step.LINE, sketch), sketch, sent))
                .with(List.of(new Edit.Put(Sketch.LINE + "/language", language)))
                .named(sent.one("name").orElse(""));
        return answered.draft()
                .word(Sketch.LINE + "/number")
                .flatMap(typed -> Numbering.number(typed, country(answered)))
                .map(number -> answered.with(List.of(new Edit.Put(Sketch.LINE + "/number", number.e164()))))
                .orElse(answered);
    }

    private Sketch whom(Sketch sketch, Sent sent) {
        String kind = sent.one("kind").filter(TOLD_BY::contains).orElse("");
        if (kind.isEmpty()) {
            return sketch.with(List.of(new Edit.Remove(Sketch.WAY)));
        }
        Sketch cleared = sketch.way().filter(kind::equals).isPresent()
                ? sketch
                : sketch.with(List.of(new Edit.Remove(Sketch.WAY)));
        return cleared.with(edits(told(kind), cleared, sent)).with(List.of(new Edit.Put(Sketch.WAY + "/kind", kind)));
    }

    /// What a way of being told wants to know.
    List<Group> told(String kind) {
        return kinds.alarm(kind)
                .map(known -> KindForm.of(known, turn.phrases()).fresh())
                .map(form -> List.of(
                        open(form.asked(Sketch.WAY, List.of())),
                        Group.folded(
                                turn.phrases().say("settings.group.rare"),
                                turn.phrases().say("settings.group.rare.lead"),
                                form.rare(Sketch.WAY, List.of()))))
                .orElse(List.of());
    }

    /// What is wrong with the answers of a step.
    List<Problem> problems(Step step, Sketch sketch) {
        return switch (step) {
            case COUNTRY, REVIEW -> List.of();
            case WAY -> chosen(sketch) ? List.of() : List.of(new Problem("way", "nothing", "a choice"));
            case CHANNEL -> channelProblems(sketch);
            case LINE, PROMISE -> below(Welcome.problems(Sketch.read(sketch.draft())), sketch);
            case WHOM -> wayProblems(sketch);
        };
    }

    /// What is wrong with what was asked; the rest was right before.
    private static List<Problem> below(List<Problem> problems, Sketch sketch) {
        return problems.stream()
                .filter(problem -> Stream.of(Sketch.LINE, Sketch.CHANNEL)
                        .anyMatch(sketch.draft().place(problem.field())::startsWith))
                .toList();
    }

    private boolean chosen(Sketch sketch) {
        boolean isKnown = sketch.kind().flatMap(kinds::channel).isPresent();
        return isKnown
                || sketch.draft()
                        .word(Sketch.LINE + "/channel")
                        .filter(channel -> sketch.draft().has("channels/" + channel + "/kind"))
                        .filter(channel -> !channel.equals(Entries.UNNAMED))
                        .isPresent();
    }

    private List<Problem> channelProblems(Sketch sketch) {
        return channel(sketch)
                .flatMap(settings -> kinds.channel(settings.kind()).map(kind -> kind.problems(settings)))
                .orElse(List.of())
                .stream()
                .map(sentence -> new Problem("channels." + Entries.UNNAMED, "", sentence))
                .toList();
    }

    private List<Problem> wayProblems(Sketch sketch) {
        if (sketch.way().isEmpty()) {
            return List.of();
        }
        Draft draft = sketch.draft();
        AlertSettings way = new AlertSettings(
                Entries.UNNAMED,
                sketch.way().get(),
                Entries.options(draft, Sketch.WAY),
                Entries.secrets(draft, Sketch.WAY));
        return kinds.alarm(way.kind()).map(kind -> kind.problems(way)).orElse(List.of()).stream()
                .map(sentence -> new Problem("alerts." + Entries.UNNAMED, "", sentence))
                .toList();
    }

    /// The new channel as it was answered, if there is to be one.
    static Optional<ChannelSettings> channel(Sketch sketch) {
        Draft draft = sketch.draft();
        return sketch.kind()
                .map(kind -> new ChannelSettings(
                        Entries.UNNAMED,
                        kind,
                        Entries.options(draft, Sketch.CHANNEL),
                        Entries.secrets(draft, Sketch.CHANNEL)));
    }

    /// What the new channel is called.
    String channelName(Sketch sketch) {
        String kind = sketch.kind().orElse("");
        return turn.phrases().maybe("settings.channel.name." + kind).orElse(kind);
    }

    /// The step after another. A kind that must know nothing is asked nothing.
    Step after(Step step, Sketch sketch) {
        return switch (step) {
            case COUNTRY -> Step.WAY;
            case WAY -> isAskedNothing(sketch) ? Step.LINE : Step.CHANNEL;
            case CHANNEL -> Step.LINE;
            case LINE -> Step.PROMISE;
            case PROMISE -> Step.WHOM;
            case WHOM, REVIEW -> Step.REVIEW;
        };
    }

    /// Whether the chosen channel must know nothing.
    boolean isAskedNothing(Sketch sketch) {
        return Group.all(groups(Step.CHANNEL, sketch)).isEmpty();
    }

    /// The furthest step that can be shown: the first whose answers are missing.
    Step reached(Sketch sketch) {
        for (Step step : List.of(Step.WAY, Step.CHANNEL, Step.LINE)) {
            if (!problems(step, sketch).isEmpty()) {
                return step;
            }
        }
        return Step.REVIEW;
    }
}
