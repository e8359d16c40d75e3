package org.esquive.console.change;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.channel.ChannelKind;
import org.esquive.console.FormField.Shape;
import org.esquive.console.Surroundings;
import org.esquive.console.Surroundings.ChannelState;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.esquive.settings.yaml.Edit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The ways to the phone network: how each is doing, what it wants to know, and a button to try it.
@Controller
public final class ChannelPages {
    private static final String LIST = "/console/settings/channels";
    private static final String NEW = "/console/settings/new-channel/{kind}";
    private static final String ONE = LIST + "/{id}";

    private final Turn turn;
    private final Kinds kinds;
    private final Surroundings surroundings;

    ChannelPages(Turn turn, Kinds kinds, Surroundings surroundings) {
        this.turn = turn;
        this.kinds = kinds;
        this.surroundings = surroundings;
    }

    /// A channel in the list.
    ///
    /// @param title what its kind is called
    /// @param lines the lines that use it
    /// @param state `UP`, `DOWN`, `UNKNOWN`; empty if it is not open
    record Row(String id, String title, List<String> lines, String state, String cause) {}

    @GetMapping(LIST)
    String list(Model model) {
        Map<String, ChannelState> known =
                surroundings.channels().stream().collect(Collectors.toMap(ChannelState::id, Function.identity()));
        Settings settings = turn.editor().desk().current();
        model.addAttribute(
                "channels",
                settings.channels().stream()
                        .map(channel -> row(settings, channel, Optional.ofNullable(known.get(channel.id()))))
                        .toList());
        model.addAttribute("kinds", forms());
        model.addAttribute("shared", surroundings.hasNodes());
        return "console/settings/channels";
    }

    private Row row(Settings settings, ChannelSettings channel, Optional<ChannelState> state) {
        return new Row(
                channel.id(),
                form(channel.kind()).map(KindForm::title).orElse(channel.kind()),
                settings.linesOf(channel.id()).stream()
                        .map(line -> line.id().value())
                        .toList(),
                state.map(ChannelState::state).orElse(""),
                state.map(ChannelState::cause).orElse(""));
    }

    @GetMapping(ONE)
    String show(@PathVariable String id, Model model) {
        ChannelSettings channel = channel(id);
        turn.ask(groups(channel.id(), channel.kind()), turn.editor().draft(), model);
        return page(channel.id(), channel.kind(), model);
    }

    @PostMapping(ONE)
    String save(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model model,
            RedirectAttributes after) {
        ChannelSettings channel = channel(id);
        List<Group> groups = groups(id, channel.kind());
        Sent sent = Sent.of(values);
        Turn.Pages pages = new Turn.Pages(who.getName(), model, after);
        List<Edit> edits = Stream.concat(
                        turn.editor().edits(who.getName(), Group.all(groups), sent).stream(),
                        Entries.forgotten("channels/" + id, sent))
                .toList();
        Outcome outcome = turn.editor().save(who.getName(), sent.version(), edits);
        return turn.follow(outcome, way(id), pages).orElseGet(() -> {
            turn.askAgain(groups, sent, edits, (Outcome.Wrong) outcome, pages);
            return page(id, channel.kind(), model);
        });
    }

    @GetMapping(NEW)
    String begin(@PathVariable String kind, Model model) {
        model.addAttribute("name", freeId(kind));
        turn.ask(newGroups(kind), turn.editor().draft(), model);
        return newPage(kind, model);
    }

    @PostMapping(NEW)
    String add(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model model,
            RedirectAttributes after) {
        List<Group> groups = newGroups(kind);
        Sent sent = Sent.of(values);
        Turn.Pages pages = new Turn.Pages(who.getName(), model, after);
        String id = Entries.named(sent, "channels", turn.editor().draft());
        List<Edit> edits = turn.editor().edits(who.getName(), Group.all(groups), sent);
        Outcome outcome =
                turn.editor().save(who.getName(), sent.version(), Entries.added("channels/" + id, kind, edits));
        return turn.follow(outcome, way(id), pages).orElseGet(() -> {
            Outcome.Wrong wrong = Entries.as((Outcome.Wrong) outcome, "channels/" + id, "channels/" + Entries.UNNAMED);
            turn.askAgain(groups, sent, edits, wrong, pages);
            model.addAttribute("name", sent.one("name").orElse(id));
            return newPage(kind, model);
        });
    }

    @PostMapping(ONE + "/test")
    String test(@PathVariable String id, RedirectAttributes after) throws InterruptedException {
        after.addFlashAttribute("tried", kinds.examine(channel(id), turn.phrases()));
        return "redirect:" + LIST + "/" + id;
    }

    @GetMapping(ONE + "/remove")
    String ask(@PathVariable String id, Model model) {
        ChannelSettings channel = channel(id);
        Phrases phrases = turn.phrases();
        List<Line> lines = turn.editor().desk().current().linesOf(id);
        String lost = lines.isEmpty()
                ? phrases.say("settings.channel.remove.lost")
                : phrases.say("settings.channel.remove.used", lines.size());
        return turn.askToRemove(
                new Turn.Removal(
                        phrases.say("settings.channel.remove.title", channel.id()), List.of(lost), LIST + "/" + id),
                model);
    }

    @PostMapping(ONE + "/remove")
    String remove(
            @PathVariable String id, @RequestParam int version, Principal who, Model model, RedirectAttributes after) {
        Edit edit = new Edit.Remove("channels/" + channel(id).id());
        return turn.remove(edit, version, new Turn.Way(LIST, "channels"), new Turn.Pages(who.getName(), model, after));
    }

    private String page(String id, String kind, Model model) {
        ChannelSettings channel = channel(id);
        form(kind).ifPresent(form -> model.addAttribute("kind", form));
        model.addAttribute("id", id);
        model.addAttribute("action", LIST + "/" + id);
        model.addAttribute(
                "state",
                surroundings.channels().stream()
                        .filter(state -> state.id().equals(channel.id()))
                        .findFirst()
                        .orElse(null));
        return "console/settings/channel";
    }

    private String newPage(String kind, Model model) {
        model.addAttribute("kind", form(kind).orElseThrow());
        model.addAttribute("action", "/console/settings/new-channel/" + kind);
        model.addAttribute("back", LIST);
        return "console/settings/new";
    }

    private List<KindForm> forms() {
        Phrases phrases = turn.phrases();
        return kinds.channels().stream().map(kind -> KindForm.of(kind, phrases)).toList();
    }

    private Optional<KindForm> form(String kind) {
        return kinds.channel(kind).map(known -> KindForm.of(known, turn.phrases()));
    }

    private List<Group> newGroups(String kind) {
        KindForm form = form(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return groups(Entries.UNNAMED, kind, form.fresh(), List.of());
    }

    private List<Group> groups(String id, String kind) {
        List<Line> lines = turn.editor().desk().current().linesOf(id);
        return form(kind).map(form -> groups(id, kind, form, lines)).orElseGet(List::of);
    }

    private List<Group> groups(String id, String kind, KindForm form, List<Line> lines) {
        Phrases phrases = turn.phrases();
        String entry = "channels/" + id;
        return Stream.of(
                        Group.open(phrases.say("settings.group.reached"), form.asked(entry, lines)),
                        Group.folded(
                                phrases.say("settings.group.rare"),
                                phrases.say("settings.group.rare.lead"),
                                form.rare(entry, lines)),
                        Group.folded(
                                phrases.say("settings.group.bears"),
                                phrases.say("settings.group.bears.lead"),
                                limits(new Asking(entry, phrases), kind)))
                .filter(group -> !group.questions().isEmpty())
                .toList();
    }

    /// What is left empty is as the kind bears it.
    private List<Question> limits(Asking asking, String kind) {
        Caps usual = kinds.channel(kind).map(ChannelKind::usualCaps).orElse(Caps.NONE);
        CapWords words = new CapWords(turn.phrases(), "");
        Stream<Question> caps = Arrays.stream(Cap.values()).map(cap -> {
            Question question = asking.word("limits/" + cap.word(), LineForm.shape(cap));
            String hint = usual.most(cap).isPresent()
                    ? turn.phrases()
                            .say(
                                    "settings.cap.usual",
                                    words.of(cap, usual.most(cap).getAsLong()))
                    : turn.phrases().say("settings.cap.usual.none");
            return Question.word(question.field().hint(hint));
        });
        return Stream.concat(
                        caps,
                        Stream.of(
                                asking.pairs("limits/per-prefix"),
                                asking.pairs("prices"),
                                asking.word("currency", Shape.TEXT)))
                .toList();
    }

    private String freeId(String kind) {
        return Entries.free(
                turn.phrases().maybe("settings.channel.name." + kind).orElse(kind),
                "channels",
                turn.editor().draft());
    }

    private static Turn.Way way(String id) {
        return new Turn.Way(LIST + "/" + id, "channels/" + id);
    }

    private ChannelSettings channel(String id) {
        return turn.editor()
                .desk()
                .current()
                .channel(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
