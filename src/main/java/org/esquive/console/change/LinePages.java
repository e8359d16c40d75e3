package org.esquive.console.change;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.esquive.ledger.Figures;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.message.Numbering;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Countries;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
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

/// The lines, and one page for each: all that can be decided about it.
@Controller
public final class LinePages {
    private static final String LIST = "/console/settings/lines";
    private static final String ONE = LIST + "/{id}";

    private final Turn turn;
    private final Shipped shipped;
    private final Figures figures;
    private final TestTexts texts;

    /// What comes with the program.
    ///
    /// @param texts reply texts, by language tag
    /// @param countries what is special about each country
    /// @param rulebook what keepers decided, as it is applied now
    public record Shipped(Map<String, ReplyTexts> texts, Countries countries, Supplier<Rulebook> rulebook) {}

    LinePages(Turn turn, Shipped shipped, Figures figures, TestTexts texts) {
        this.turn = turn;
        this.shipped = shipped;
        this.figures = figures;
        this.texts = texts;
    }

    /// A line in the list.
    record Row(String id, String number, String status, String channel, String language) {}

    @GetMapping(LIST)
    String list(Model model) {
        Phrases phrases = turn.phrases();
        model.addAttribute(
                "lines",
                turn.editor().desk().current().lines().stream()
                        .map(line -> row(line, phrases))
                        .toList());
        return "console/settings/lines";
    }

    private static Row row(Line line, Phrases phrases) {
        return new Row(
                line.id().value(),
                Numbering.national(line.number()),
                line.status().name(),
                line.channel(),
                Locale.forLanguageTag(line.language()).getDisplayName(phrases.locale()));
    }

    @GetMapping(ONE)
    String show(@PathVariable String id, Model model) {
        Line line = line(id);
        turn.ask(groups(line), turn.editor().draft(), model);
        return page(line, model);
    }

    @PostMapping(ONE)
    String save(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> values,
            Principal who,
            Model model,
            RedirectAttributes after) {
        Line line = line(id);
        List<Group> groups = groups(line);
        Sent sent = Sent.of(values);
        Turn.Pages pages = new Turn.Pages(who.getName(), model, after);
        List<Edit> edits = turn.editor().edits(who.getName(), Group.all(groups), sent);
        Outcome outcome = turn.editor().save(who.getName(), sent.version(), edits);
        return turn.follow(outcome, way(line), pages).orElseGet(() -> {
            turn.askAgain(groups, sent, edits, (Outcome.Wrong) outcome, pages);
            return page(line, model);
        });
    }

    @GetMapping(ONE + "/remove")
    String ask(@PathVariable String id, Model model) {
        Line line = line(id);
        Phrases phrases = turn.phrases();
        return turn.askToRemove(
                new Turn.Removal(
                        phrases.say("settings.line.remove.title", id),
                        List.of(
                                phrases.say("settings.line.remove.number", Numbering.national(line.number())),
                                phrases.say("settings.line.remove.counts"),
                                phrases.say("settings.line.remove.retire")),
                        LIST + "/" + id),
                model);
    }

    @PostMapping(ONE + "/remove")
    String remove(
            @PathVariable String id, @RequestParam int version, Principal who, Model model, RedirectAttributes after) {
        Edit edit = new Edit.Remove(LineForm.path(line(id).id()));
        return turn.remove(edit, version, new Turn.Way(LIST, "lines"), new Turn.Pages(who.getName(), model, after));
    }

    /// Sends a text to a number that is neither kept nor repeated.
    @PostMapping(ONE + "/text")
    String text(
            @PathVariable String id,
            @RequestParam String number,
            @RequestParam(defaultValue = "") String from,
            Principal who,
            RedirectAttributes after)
            throws InterruptedException {
        Line line = line(id);
        after.addFlashAttribute("texted", texts.send(who.getName(), line, number, turn.phrases()));
        return "redirect:" + (from.equals("welcome") ? "/console/welcome/done?line=" : LIST + "/") + line.id();
    }

    private String page(Line line, Model model) {
        model.addAttribute("line", row(line, turn.phrases()));
        model.addAttribute("action", LIST + "/" + line.id());
        return "console/settings/line";
    }

    private static Turn.Way way(Line line) {
        return new Turn.Way(LIST + "/" + line.id(), LineForm.path(line.id()));
    }

    private List<Group> groups(Line line) {
        return new LineForm(line, turn.editor().desk().current(), shipped.texts(), shipped.countries(), turn.phrases())
                .groups(left(line));
    }

    /// What a line said so far is a help beside its limits, and no reason to keep somebody from them.
    private Optional<LineForm.Left> left(Line line) {
        try {
            var record = figures.line(line.id());
            return shipped.rulebook()
                    .get()
                    .of(line.id())
                    .map(rules -> new LineForm.Left(
                            rules, rules.budget(record.spending()), turn.clock().instant()));
        } catch (LedgerUnavailable unreadable) {
            return Optional.empty();
        }
    }

    private Line line(String id) {
        return turn.editor().desk().current().lines().stream()
                .filter(line -> line.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
