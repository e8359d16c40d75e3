package org.esquive.console.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.esquive.channel.ChannelKind;
import org.esquive.console.FormField;
import org.esquive.message.Numbering;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.esquive.settings.Warning;
import org.esquive.settings.yaml.Draft;
import org.esquive.settings.yaml.Edit;
import org.esquive.settings.yaml.Reading;
import org.springframework.ui.Model;

/// What each of the first steps shows beside its questions: ways to choose from, a preview, and what the line promises
/// never to exceed.
///
/// @param turn what all pages of the settings have in common
/// @param steps what the steps ask
record StepView(Turn turn, Steps steps) {

    /// A way to the phone network to choose, or a tone.
    ///
    /// @param value what the form sends
    record Card(String value, String title, String lead, String needs, boolean chosen) {}

    /// A way to be told, with its questions.
    record Told(String kind, String title, String lead, boolean chosen, List<Group.Shown> groups) {}

    /// Puts a step into a page.
    ///
    /// @param asked makes a question a field, with its answer
    /// @return the questions as they are shown
    List<Group.Shown> show(Step step, Sketch sketch, Function<Question, FormField> asked, Model model) {
        List<Step> path = Stream.of(Step.values())
                .filter(each -> each != Step.CHANNEL || !steps.isAskedNothing(sketch))
                .toList();
        int at = path.indexOf(step);
        model.addAttribute("step", step.word());
        model.addAttribute("at", at + 1);
        model.addAttribute("of", path.size());
        model.addAttribute("back", at > 0 ? path.get(at - 1).page() : "/console/settings");
        model.addAttribute("begun", steps.isNewInstallation());
        List<Group.Shown> groups = Turn.shown(steps.groups(step, sketch), asked);
        model.addAttribute("groups", groups);
        switch (step) {
            case WAY -> model.addAttribute("cards", cards(sketch));
            case CHANNEL -> steps.form(sketch).ifPresent(form -> model.addAttribute("kind", form));
            case LINE -> showLine(sketch, model);
            case PROMISE -> showPromise(sketch, model);
            case WHOM -> {
                List<Told> told = told(sketch, asked);
                model.addAttribute("told", told);
                return told.stream()
                        .filter(Told::chosen)
                        .flatMap(each -> each.groups().stream())
                        .toList();
            }
            case REVIEW -> showReview(sketch, model);
            case COUNTRY -> {}
        }
        return groups;
    }

    private List<Card> cards(Sketch sketch) {
        String chosen = sketch.draft().word(Sketch.LINE + "/channel").orElse("");
        Phrases phrases = turn.phrases();
        Stream<Card> known = sketch.draft().below("channels").stream()
                .filter(id -> !id.equals(Entries.UNNAMED))
                .map(id -> new Card(
                        Steps.CHANNEL + id,
                        phrases.say("settings.entry.channels", id),
                        phrases.say("welcome.channel.known"),
                        "",
                        chosen.equals(id)));
        Stream<Card> others = steps.kinds().channels().stream().map(kind -> {
            KindForm form = KindForm.of(kind, phrases);
            boolean isChosen = chosen.equals(Entries.UNNAMED) && sketch.kind().equals(Optional.of(kind.name()));
            return new Card(Steps.KIND + kind.name(), form.title(), form.lead(), form.needs(), isChosen);
        });
        return Stream.concat(known, others).toList();
    }

    private void showLine(Sketch sketch, Model model) {
        String language = steps.spoken(sketch);
        Optional<ReplyTexts> texts =
                Optional.ofNullable(steps.shipped().texts().get(language)).filter(_ -> !Tone.isOwn(sketch, language));
        model.addAttribute(
                "tones",
                texts.map(shipped -> tones(Tone.of(sketch.draft(), language, shipped)))
                        .orElse(List.of()));
        model.addAttribute("texts", texts.orElse(null));
        model.addAttribute("language", language);
        model.addAttribute("name", sketch.name().isEmpty() ? freeName(sketch) : sketch.name());
    }

    private List<Card> tones(Tone chosen) {
        return Stream.of(Tone.values())
                .map(tone -> new Card(
                        tone.word(),
                        turn.phrases().say("welcome.tone." + tone.word()),
                        turn.phrases().say("welcome.tone." + tone.word() + ".lead"),
                        "",
                        tone == chosen))
                .toList();
    }

    /// The language of the replies, and how they speak it.
    private String speech(Sketch sketch) {
        String language = steps.spoken(sketch);
        Phrases phrases = turn.phrases();
        String name = Locale.forLanguageTag(language).getDisplayName(phrases.locale());
        ReplyTexts shipped = steps.shipped().texts().get(language);
        return shipped == null || Tone.isOwn(sketch, language)
                ? phrases.say("welcome.review.own", name)
                : name + " · "
                        + phrases.say("welcome.tone."
                                + Tone.of(sketch.draft(), language, shipped).word());
    }

    private String freeName(Sketch sketch) {
        String word = turn.phrases().say("welcome.line.name");
        return Entries.free(word, "lines", sketch.draft().with(List.of(new Edit.Remove(Sketch.LINE))));
    }

    private void showPromise(Sketch sketch, Model model) {
        finished(sketch).ifPresent(valid -> {
            model.addAttribute("promise", promise(sketch, valid.settings()));
            model.addAttribute("notes", notes(sketch, valid.warnings(), "/number"));
        });
    }

    private Optional<Reading.Valid> finished(Sketch sketch) {
        return Sketch.read(sketch.finished(steps.channelName(sketch))) instanceof Reading.Valid valid
                ? Optional.of(valid)
                : Optional.empty();
    }

    private List<Note> notes(Sketch sketch, List<Warning> warnings, String end) {
        Draft draft = sketch.finished(steps.channelName(sketch));
        String line = LineForm.PATH + sketch.lineId();
        List<Warning> ofLine = warnings.stream()
                .filter(warning -> draft.place(warning.field()).startsWith(line))
                .filter(warning -> draft.place(warning.field()).endsWith(end))
                .toList();
        return Note.of(ofLine, draft, line, turn.phrases());
    }

    /// What the line will never say more than, a sentence each.
    private List<String> promise(Sketch sketch, Settings settings) {
        Line line = settings.lines().stream()
                .filter(each -> each.id().value().equals(sketch.lineId()))
                .findFirst()
                .orElseThrow();
        Optional<ChannelSettings> channel = settings.channel(line.channel());
        Caps usual = channel.flatMap(known -> steps.kinds().channel(known.kind()))
                .map(ChannelKind::usualCaps)
                .orElse(Caps.NONE);
        Caps bears = channel.map(ChannelSettings::caps).orElse(Caps.NONE).laidOver(usual);
        CapWords words = new CapWords(
                turn.phrases(), channel.map(known -> known.prices().currency()).orElse(""));
        List<String> sentences = new ArrayList<>();
        sentences.add(turn.phrases().say("welcome.promise.five", line.limits().textsPerSender()));
        for (Cap cap : Cap.values()) {
            long most = Math.min(
                    line.limits().caps().most(cap).orElse(Caps.MOST),
                    bears.most(cap).orElse(Caps.MOST));
            if (most != Caps.MOST) {
                sentences.add(turn.phrases()
                        .say("welcome.promise.cap", turn.phrases().say("cap." + cap.name()), words.of(cap, most)));
            }
        }
        return sentences;
    }

    private List<Told> told(Sketch sketch, Function<Question, FormField> asked) {
        return Steps.TOLD_BY.stream()
                .flatMap(name -> steps.kinds().alarm(name).stream())
                .map(kind -> {
                    KindForm form = KindForm.of(kind, turn.phrases());
                    boolean chosen = sketch.way().equals(Optional.of(kind.name()));
                    List<Group.Shown> groups = Turn.shown(steps.told(kind.name()), asked);
                    return new Told(kind.name(), form.title(), form.lead(), chosen, groups);
                })
                .toList();
    }

    private void showReview(Sketch sketch, Model model) {
        Draft draft = sketch.finished(steps.channelName(sketch));
        finished(sketch).ifPresent(valid -> {
            model.addAttribute("promise", promise(sketch, valid.settings()));
            model.addAttribute("notes", notes(sketch, valid.warnings(), ""));
        });
        String line = LineForm.PATH + sketch.lineId();
        model.addAttribute("line", sketch.lineId());
        model.addAttribute("number", draft.word(line + "/number").orElse(""));
        model.addAttribute("channel", draft.word(line + "/channel").orElse(""));
        model.addAttribute("speech", speech(sketch));
        model.addAttribute("delay", draft.word(line + "/delay").orElse("20m to 70m"));
        model.addAttribute(
                "told",
                sketch.way()
                        .flatMap(steps.kinds()::alarm)
                        .map(kind -> KindForm.of(kind, turn.phrases()).title())
                        .orElse(""));
        model.addAttribute("replaced", gone(sketch, draft));
    }

    private static List<String> gone(Sketch sketch, Draft draft) {
        return sketch.before().below("lines").stream()
                .filter(id -> !draft.has("lines/" + id))
                .toList();
    }

    /// Puts into a page what is shown once the line is set up.
    void done(Line line, Model model) {
        model.addAttribute("step", "done");
        model.addAttribute("line", line.id().value());
        model.addAttribute("number", Numbering.national(line.number()));
        model.addAttribute("groups", List.of());
        model.addAttribute(
                "loopback",
                turn.editor().desk().current().channel(line.channel()).map(ChannelSettings::kind).stream()
                        .anyMatch("loopback"::equals));
    }
}
