package org.esquive.console.change;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.alert.Standing;
import org.esquive.alert.Telling;
import org.esquive.alert.Watch;
import org.esquive.settings.AlertSettings;
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

/// Who is told of trouble: by mail, on a phone, in a program. And the phones from which a text stops all replies.
@Controller
public final class WhomPages {
    static final String LIST = "/console/settings/whom";
    private static final String NEW = "/console/settings/new-way/{kind}";
    private static final String ONE = LIST + "/{id}";
    private static final int DIGITS_SHOWN = 3;

    private final Turn turn;
    private final Kinds kinds;
    private final Watch watch;

    WhomPages(Turn turn, Kinds kinds, Watch watch) {
        this.turn = turn;
        this.kinds = kinds;
        this.watch = watch;
    }

    /// A way in the list.
    ///
    /// @param trouble what keeps it from being told; empty if nothing does
    record Row(String id, String title, String trouble) {}

    @GetMapping(LIST)
    String list(Model model) {
        Settings settings = turn.editor().desk().current();
        List<Standing> standings = watch.standings();
        model.addAttribute(
                "ways",
                settings.alerts().stream().map(way -> row(way, standings)).toList());
        model.addAttribute(
                "phones",
                settings.keepers().stream()
                        .map(keeper -> ended(keeper.number().e164()))
                        .toList());
        model.addAttribute("kinds", forms());
        return "console/settings/whom";
    }

    private Row row(AlertSettings way, List<Standing> standings) {
        String trouble = standings.stream()
                .filter(standing -> standing.id().equals(way.id()))
                .flatMap(standing -> standing.trouble().stream())
                .map(Standing.Trouble::cause)
                .findFirst()
                .orElse("");
        return new Row(way.id(), form(way.kind()).map(KindForm::title).orElse(way.kind()), trouble);
    }

    /// Enough of a number to know it by.
    static String ended(String number) {
        return "… " + number.substring(number.length() - DIGITS_SHOWN);
    }

    @GetMapping(ONE)
    String show(@PathVariable String id, Model model) {
        AlertSettings way = way(id);
        turn.ask(groups(id, way.kind(), false), turn.editor().draft(), model);
        return page(way, model);
    }

    @PostMapping(ONE)
    String save(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model model,
            RedirectAttributes after) {
        AlertSettings way = way(id);
        List<Group> groups = groups(id, way.kind(), false);
        Sent sent = Sent.of(values);
        Turn.Pages pages = new Turn.Pages(who.getName(), model, after);
        List<Edit> edits = Stream.concat(
                        turn.editor().edits(who.getName(), Group.all(groups), sent).stream(),
                        Entries.forgotten("alerts/" + id, sent))
                .toList();
        Outcome outcome = turn.editor().save(who.getName(), sent.version(), edits);
        return turn.follow(outcome, onward(id), pages).orElseGet(() -> {
            turn.askAgain(groups, sent, edits, (Outcome.Wrong) outcome, pages);
            return page(way, model);
        });
    }

    @GetMapping(NEW)
    String begin(@PathVariable String kind, Model model) {
        model.addAttribute("name", Entries.free(kind, "alerts", turn.editor().draft()));
        turn.ask(groups(Entries.UNNAMED, kind, true), turn.editor().draft(), model);
        return newPage(kind, model);
    }

    @PostMapping(NEW)
    String add(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model model,
            RedirectAttributes after) {
        List<Group> groups = groups(Entries.UNNAMED, kind, true);
        Sent sent = Sent.of(values);
        Turn.Pages pages = new Turn.Pages(who.getName(), model, after);
        String id = Entries.named(sent, "alerts", turn.editor().draft());
        List<Edit> edits = turn.editor().edits(who.getName(), Group.all(groups), sent);
        Outcome outcome = turn.editor().save(who.getName(), sent.version(), Entries.added("alerts/" + id, kind, edits));
        return turn.follow(outcome, onward(id), pages).orElseGet(() -> {
            Outcome.Wrong wrong = Entries.as((Outcome.Wrong) outcome, "alerts/" + id, "alerts/" + Entries.UNNAMED);
            turn.askAgain(groups, sent, edits, wrong, pages);
            model.addAttribute("name", sent.one("name").orElse(id));
            return newPage(kind, model);
        });
    }

    @PostMapping(ONE + "/test")
    String test(@PathVariable String id, RedirectAttributes after) throws InterruptedException {
        Optional<Watch.Tested> tested = watch.test(way(id).id());
        Phrases phrases = turn.phrases();
        tested.map(each -> switch (each.telling()) {
                    case Telling.Told _ -> new Kinds.Tried("good", phrases.say("settings.way.tested"));
                    case Telling.Failed(var cause, var _) -> new Kinds.Tried("bad", cause);
                })
                .ifPresent(result -> after.addFlashAttribute("tried", result));
        return "redirect:" + LIST + "/" + id;
    }

    @GetMapping(ONE + "/remove")
    String ask(@PathVariable String id, Model model) {
        Phrases phrases = turn.phrases();
        return turn.askToRemove(
                new Turn.Removal(
                        phrases.say("settings.way.remove.title", way(id).id()),
                        List.of(phrases.say("settings.way.remove.lost")),
                        LIST + "/" + id),
                model);
    }

    @PostMapping(ONE + "/remove")
    String remove(
            @PathVariable String id, @RequestParam int version, Principal who, Model model, RedirectAttributes after) {
        Edit edit = new Edit.Remove("alerts/" + way(id).id());
        return turn.remove(edit, version, new Turn.Way(LIST, "alerts"), new Turn.Pages(who.getName(), model, after));
    }

    private String page(AlertSettings way, Model model) {
        form(way.kind()).ifPresent(form -> model.addAttribute("kind", form));
        model.addAttribute("id", way.id());
        model.addAttribute("action", LIST + "/" + way.id());
        return "console/settings/way";
    }

    private String newPage(String kind, Model model) {
        model.addAttribute("kind", form(kind).orElseThrow());
        model.addAttribute("action", "/console/settings/new-way/" + kind);
        model.addAttribute("back", LIST);
        return "console/settings/new";
    }

    private List<KindForm> forms() {
        Phrases phrases = turn.phrases();
        return kinds.alarms().stream().map(kind -> KindForm.of(kind, phrases)).toList();
    }

    private Optional<KindForm> form(String kind) {
        return kinds.alarm(kind).map(known -> KindForm.of(known, turn.phrases()));
    }

    private List<Group> groups(String id, String kind, boolean fresh) {
        KindForm known = form(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        KindForm form = fresh ? known.fresh() : known;
        Phrases phrases = turn.phrases();
        var lines = turn.editor().desk().current().lines();
        return List.of(
                Group.open(phrases.say("settings.group.told"), form.asked("alerts/" + id, lines)),
                Group.folded(
                        phrases.say("settings.group.rare"),
                        phrases.say("settings.group.rare.lead"),
                        form.rare("alerts/" + id, lines)));
    }

    private static Turn.Way onward(String id) {
        return new Turn.Way(LIST + "/" + id, "alerts/" + id);
    }

    private AlertSettings way(String id) {
        return turn.editor().desk().current().alerts().stream()
                .filter(way -> way.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
