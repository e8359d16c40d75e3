package org.esquive.console.change;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.settings.Change;
import org.esquive.settings.Problem;
import org.esquive.settings.yaml.Draft;
import org.esquive.settings.yaml.Edit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Every version the settings ever had: who wrote it and what it changed, and a button to take it back. And the whole
/// document, for who prefers to write.
@Controller
public final class VersionPages {
    private static final String LIST = "/console/settings/versions";
    private static final String ONE = LIST + "/{number}";
    private static final String DOCUMENT = "/console/settings/document";

    private final Turn turn;
    private final AuditLog audit;

    VersionPages(Turn turn, AuditLog audit) {
        this.turn = turn;
        this.audit = audit;
    }

    @GetMapping(LIST)
    String list(Model model) {
        model.addAttribute(
                "versions",
                turn.editor().desk().versions().stream().map(turn::written).toList());
        return "console/settings/versions";
    }

    @GetMapping(ONE)
    String show(@PathVariable int number, Model model) {
        Version version = turn.editor().desk().versions().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<Draft> draft = turn.editor().desk().document(number).flatMap(Draft::of);
        Optional<Draft> before = turn.editor().desk().document(number - 1).flatMap(Draft::of);
        Draft now = turn.editor().draft();
        Phrases phrases = turn.phrases();
        model.addAttribute("written", turn.written(version));
        model.addAttribute("now", turn.editor().desk().version());
        model.addAttribute("readable", draft.isPresent());
        model.addAttribute("first", before.isEmpty());
        model.addAttribute(
                "changed",
                draft.flatMap(it -> before.map(was -> Difference.of(it.since(was), was, phrases)))
                        .orElse(List.of()));
        model.addAttribute(
                "back",
                draft.map(it -> Difference.of(it.since(now), now, phrases)).orElse(List.of()));
        return "console/settings/version";
    }

    @PostMapping(ONE + "/back")
    String back(
            @PathVariable int number,
            @RequestParam(name = "version") int from,
            Principal who,
            RedirectAttributes after) {
        return switch (turn.editor().desk().goBack(who.getName(), from, number)) {
            case Change.Made(var version, var warnings) -> {
                var notes = Note.of(warnings, turn.editor().draft(), "", turn.phrases());
                after.addFlashAttribute("saved", new Turn.Saved(version, notes));
                yield "redirect:" + LIST;
            }
            case Change.Refused(var problems) -> {
                after.addFlashAttribute(
                        "refused", problems.stream().map(Problem::sentence).toList());
                yield "redirect:" + LIST + "/" + number;
            }
            case Change.Conflict _ -> {
                after.addFlashAttribute("overtaken", true);
                yield "redirect:" + LIST + "/" + number;
            }
        };
    }

    @GetMapping(DOCUMENT)
    String edit(Model model) {
        model.addAttribute("version", turn.editor().desk().version());
        model.addAttribute("document", turn.editor().desk().document());
        return DOCUMENT.substring(1);
    }

    /// Takes the whole document as it is written. If somebody else was quicker, what was changed in it is laid on what
    /// they wrote, as with any form.
    @PostMapping(DOCUMENT)
    String save(
            @RequestParam String document,
            @RequestParam int version,
            Principal who,
            Model model,
            RedirectAttributes after) {
        Turn.Pages pages = new Turn.Pages(who.getName(), model, after);
        Optional<Draft> draft = Draft.of(document);
        Change change = turn.editor().desk().change(who.getName(), version, document);
        Outcome outcome = switch (change) {
            case Change.Made(var made, var warnings) ->
                new Outcome.Saved(made, warnings, turn.editor().draft());
            case Change.Refused(var problems) -> new Outcome.Wrong(problems, draft.orElseGet(turn.editor()::draft));
            case Change.Conflict _ -> overtaken(version, draft);
        };
        model.addAttribute("document", document);
        model.addAttribute("version", version);
        return turn.follow(outcome, new Turn.Way(DOCUMENT, ""), pages).orElseGet(() -> {
            model.addAttribute(
                    "refused",
                    ((Outcome.Wrong) outcome)
                            .problems().stream().map(Problem::sentence).toList());
            return DOCUMENT.substring(1);
        });
    }

    /// A document that cannot be read cannot be laid on another either.
    private Outcome overtaken(int version, Optional<Draft> draft) {
        if (draft.isEmpty()) {
            String found = "a document that cannot be read, while somebody else wrote a new version";
            return new Outcome.Wrong(
                    List.of(new Problem("the document", found, "one that can be read, to compare the two")),
                    turn.editor().draft());
        }
        return turn.editor().clash(version, draft.get().since(turn.editor().draft(version)));
    }

    /// The document as a file; its secrets are masked, and what is masked keeps what is stored when it is taken again.
    @GetMapping(DOCUMENT + "/file")
    ResponseEntity<byte[]> file(Principal who) {
        int version = turn.editor().desk().version();
        audit.append(turn.clock().instant(), who.getName(), Deed.EXPORTED, "settings, version " + version);
        String name = "esquive-settings-" + version + ".yaml";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .body(turn.editor().desk().document().getBytes(StandardCharsets.UTF_8));
    }

    /// Lays on the version in force what somebody wanted to change in an older one.
    @PostMapping("/console/settings/apply")
    String apply(
            @RequestParam MultiValueMap<String, String> values, Principal who, Model model, RedirectAttributes after) {
        Sent sent = Sent.of(values);
        Turn.Way way = new Turn.Way(
                sent.one("page")
                        .filter(page -> page.matches("/console/[a-z0-9/-]{1,100}"))
                        .orElse("/console/settings"),
                sent.one("about").orElse(""));
        List<Edit> edits = Stream.concat(
                        Editor.unhidden(sent).stream(), turn.editor().waiting(who.getName(), sent).stream())
                .toList();
        Turn.Pages pages = new Turn.Pages(who.getName(), model, after);
        Outcome outcome = turn.editor().save(who.getName(), sent.version(), edits);
        return turn.follow(outcome, way, pages).orElseGet(() -> {
            Outcome.Wrong wrong = (Outcome.Wrong) outcome;
            model.addAttribute(
                    "refused", new Complaints(wrong.problems(), wrong.draft(), turn.phrases()).elsewhere(List.of()));
            return turn.show(turn.editor().clash(sent.version(), edits), way, pages);
        });
    }
}
