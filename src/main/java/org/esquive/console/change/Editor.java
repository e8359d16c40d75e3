package org.esquive.console.change;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.console.Desk;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.settings.Change;
import org.esquive.settings.yaml.Draft;
import org.esquive.settings.yaml.Edit;

/// Turns answers of a form into a new version of the settings. What a form changes is compared with the version it was
/// filled in from, so that it changes nothing else, and so that it can be laid on what others wrote meanwhile.
///
/// Secrets that were typed into a form which cannot be saved yet wait here instead of in the page.
final class Editor {
    private static final int TOKEN_BYTES = 16;

    private final Desk desk;
    private final Shelf<List<Edit>> typed;
    private final SecureRandom random = new SecureRandom();

    Editor(Desk desk, InstantSource clock) {
        this.desk = desk;
        this.typed = new Shelf<>(clock);
    }

    /// The settings, to look at.
    Desk desk() {
        return desk;
    }

    /// What is in force, to be filled into a form.
    Draft draft() {
        return Draft.of(desk.document()).orElseThrow();
    }

    /// What a version said; what is in force if that cannot be said.
    Draft draft(int version) {
        return desk.document(version).flatMap(Draft::of).orElseGet(this::draft);
    }

    /// What a form changes in the version it was filled in from.
    List<Edit> edits(String who, List<Question> questions, Sent sent) {
        Draft base = draft(sent.version());
        List<Edit> edits = new ArrayList<>();
        for (Question question : questions) {
            List<Edit> given = question.edits(base, sent);
            edits.addAll(given.isEmpty() ? waiting(who, question.path(), sent) : given);
        }
        return edits;
    }

    private List<Edit> waiting(String who, String path, Sent sent) {
        return waiting(who, sent).stream()
                .filter(edit -> edit.path().equals(path))
                .toList();
    }

    /// Secrets that were typed into the form before.
    List<Edit> waiting(String who, Sent sent) {
        return sent.one("pocket").flatMap(token -> typed.get(who, token)).orElse(List.of());
    }

    /// Keeps the secrets among some changes for the next attempt.
    ///
    /// @return under which name; none if there are none
    Optional<String> keep(String who, List<Edit> edits) {
        List<Edit> secrets = edits.stream().filter(Editor::isSecret).toList();
        if (secrets.isEmpty()) {
            return Optional.empty();
        }
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        String name = HexFormat.of().formatHex(token);
        typed.put(who, name, secrets);
        return Optional.of(name);
    }

    /// Whether what is changed may not be shown.
    static boolean isSecret(Edit edit) {
        return edit instanceof Edit.Put(var path, var _) && isSecret(path);
    }

    /// Whether what stands at a path may not be shown.
    static boolean isSecret(String path) {
        return path.contains("/secrets/") || (path.startsWith("keepers/") && path.endsWith("/secret"));
    }

    /// Makes some changes of a version.
    ///
    /// @param who the author
    /// @param from the version they looked at
    Outcome save(String who, int from, List<Edit> edits) {
        int now = desk.version();
        if (edits.isEmpty()) {
            return new Outcome.Same();
        }
        if (from != now) {
            return clash(from, edits);
        }
        Draft changed = draft(now).with(edits);
        return switch (desk.change(who, now, changed.yaml())) {
            case Change.Made(var version, var warnings) -> new Outcome.Saved(version, warnings, changed);
            case Change.Refused(var problems) -> new Outcome.Wrong(problems, changed);
            case Change.Conflict _ -> clash(from, edits);
        };
    }

    /// What the others did since a version, beside what somebody wanted to.
    Outcome.Clash clash(int from, List<Edit> mine) {
        int now = desk.version();
        List<Version> meanwhile = desk.versions().stream()
                .filter(version -> version.number() > from && version.number() <= now)
                .toList()
                .reversed();
        return new Outcome.Clash(now, meanwhile, draft(from), draft(now), mine);
    }

    /// Some changes as hidden fields of a form, without secrets.
    static List<Hidden> hidden(List<Edit> edits) {
        return edits.stream()
                .filter(edit -> !isSecret(edit))
                .flatMap(edit -> switch (edit) {
                    case Edit.Put(var path, var word) -> Stream.of(new Hidden("put:" + path, word));
                    case Edit.PutAll(var path, var words) ->
                        words.stream().map(word -> new Hidden("all:" + path, word));
                    case Edit.Remove(var path) -> Stream.of(new Hidden("cut:" + path, ""));
                })
                .toList();
    }

    /// The changes that hidden fields stand for, those that take out first.
    static List<Edit> unhidden(Sent sent) {
        List<Edit> edits = new ArrayList<>();
        sent.values().keySet().stream()
                .filter(name -> name.startsWith("cut:"))
                .forEach(name -> edits.add(new Edit.Remove(name.substring(4))));
        sent.values().forEach((name, values) -> {
            String path = name.length() < 4 ? "" : name.substring(4);
            if (name.startsWith("put:")) {
                edits.add(new Edit.Put(path, values.getLast()));
            } else if (name.startsWith("all:")) {
                edits.add(new Edit.PutAll(path, values));
            }
        });
        return edits;
    }

    /// A hidden field.
    record Hidden(String name, String value) {}
}
