package org.esquive.console.change;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.esquive.console.FormField;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.settings.Line;
import org.esquive.settings.Warning;
import org.esquive.settings.yaml.Draft;
import org.esquive.settings.yaml.Edit;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What pages of the settings have in common: which page follows once a form was sent, and what it says.
///
/// @param editor where forms become versions
/// @param messages all words
/// @param clock what is now
record Turn(Editor editor, MessageSource messages, InstantSource clock) {

    /// What was saved, for the next page.
    ///
    /// @param version its number
    /// @param notes what to know about it
    record Saved(int version, List<Note> notes) {}

    /// Who wrote a version, and when.
    record Written(int number, String author, String at) {}

    /// Where a form leads.
    ///
    /// @param page the page that follows, and that one may return to
    /// @param about the path of what the form is about
    record Way(String page, String about) {}

    /// The words of whoever is served now.
    Phrases phrases() {
        return Phrases.now(messages);
    }

    /// Who wrote a version, in words.
    Written written(Version version) {
        ZoneId zone = editor.desk().current().lines().stream()
                .findFirst()
                .map(Line::zone)
                .orElse(ZoneId.of("UTC"));
        DateTimeFormatter form = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(phrases().locale());
        return new Written(
                version.number(), version.author(), form.format(version.at().atZone(zone)));
    }

    /// The page that follows, unless something has to be put right first.
    Optional<String> follow(Outcome outcome, Way way, Pages pages) {
        return switch (outcome) {
            case Outcome.Saved(var version, var warnings, var draft) -> {
                pages.after().addFlashAttribute("saved", new Saved(version, notes(warnings, draft, way)));
                yield Optional.of("redirect:" + way.page());
            }
            case Outcome.Same _ -> {
                pages.after().addFlashAttribute("same", true);
                yield Optional.of("redirect:" + way.page());
            }
            case Outcome.Clash clash -> Optional.of(show(clash, way, pages));
            case Outcome.Wrong _ -> Optional.empty();
        };
    }

    private List<Note> notes(List<Warning> warnings, Draft draft, Way way) {
        return Note.of(warnings, draft, way.about(), phrases());
    }

    /// What the page is told.
    ///
    /// @param who whose request it is
    /// @param model for a page that is made now
    /// @param after for the page that follows
    record Pages(String who, Model model, RedirectAttributes after) {}

    /// The page on which somebody who was overtaken chooses.
    String show(Outcome.Clash clash, Way way, Pages pages) {
        Model model = pages.model();
        model.addAttribute("version", clash.now());
        model.addAttribute(
                "versions", clash.versions().stream().map(this::written).toList());
        model.addAttribute("theirs", Difference.of(clash.meanwhile(), clash.before(), phrases()));
        model.addAttribute("mine", Difference.of(clash, phrases()));
        model.addAttribute("hidden", Editor.hidden(clash.mine()));
        model.addAttribute("pocket", editor.keep(pages.who(), clash.mine()).orElse(""));
        model.addAttribute("way", way);
        return "console/settings/clash";
    }

    /// Puts the questions of a form into a page.
    void ask(List<Group> groups, Draft draft, Model model) {
        model.addAttribute("version", editor.desk().version());
        model.addAttribute("groups", shown(groups, question -> question.asked(draft)));
    }

    /// Puts them there again with what was answered and what is wrong with it. Secrets that were typed wait here.
    ///
    /// @param edits what the answers would have changed
    void askAgain(List<Group> groups, Sent sent, List<Edit> edits, Outcome.Wrong wrong, Pages pages) {
        Draft base = editor.draft(sent.version());
        Complaints complaints = new Complaints(wrong.problems(), wrong.draft(), phrases());
        List<Group.Shown> shown = shown(groups, question -> complaints.on(kept(question.asked(base, sent), edits)));
        pages.model().addAttribute("version", sent.version());
        pages.model().addAttribute("pocket", editor.keep(pages.who(), edits).orElse(""));
        pages.model().addAttribute("groups", shown);
        complain(shown, complaints, pages.model());
    }

    /// Puts into a page what is wrong with some fields, and elsewhere.
    static void complain(List<Group.Shown> groups, Complaints complaints, Model model) {
        List<FormField> fields =
                groups.stream().flatMap(group -> group.fields().stream()).toList();
        model.addAttribute(
                "wrongs",
                fields.stream().filter(field -> !field.error().isEmpty()).toList());
        model.addAttribute("elsewhere", complaints.elsewhere(fields));
    }

    /// What is asked before something is taken out.
    ///
    /// @param title the question
    /// @param lost what goes with it, a sentence each
    /// @param page where it is decided: with `/remove` behind it
    record Removal(String title, List<String> lost, String page) {}

    /// The page that asks once more.
    String askToRemove(Removal removal, Model model) {
        model.addAttribute("removal", removal);
        model.addAttribute("version", editor.desk().version());
        return "console/settings/remove";
    }

    /// Takes something out.
    String remove(Edit edit, int version, Way way, Pages pages) {
        Outcome outcome = editor.save(pages.who(), version, List.of(edit));
        return follow(outcome, way, pages).orElseGet(() -> {
            refused((Outcome.Wrong) outcome, pages);
            return "redirect:" + way.page();
        });
    }

    /// Has the next page say why nothing was changed.
    void refused(Outcome.Wrong wrong, Pages pages) {
        Complaints complaints = new Complaints(wrong.problems(), wrong.draft(), phrases());
        pages.after().addFlashAttribute("refused", complaints.elsewhere(List.of()));
    }

    private static FormField kept(FormField field, List<Edit> edits) {
        boolean typed = edits.stream()
                .filter(Editor::isSecret)
                .anyMatch(edit -> edit.path().equals(field.name()));
        return typed && field.shape() == FormField.Shape.SECRET ? field.stored() : field;
    }

    static List<Group.Shown> shown(List<Group> groups, Function<Question, FormField> asked) {
        return groups.stream()
                .map(group -> new Group.Shown(
                        group.title(),
                        group.lead(),
                        group.folded(),
                        group.questions().stream().map(asked).toList()))
                .toList();
    }
}
