package org.esquive.console.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.esquive.console.studio.TextDesk.Own;
import org.esquive.ledger.SettingsArchive.Version;

/// What became of the texts of a language, version by version.
final class History {
    /// Most versions that are read for a page: each is a document to be opened.
    static final int MOST_READ = 40;

    private final TextDesk desk;

    History(TextDesk desk) {
        this.desk = desk;
    }

    /// A change of the texts of a language.
    ///
    /// @param version the version that made it
    /// @param own whether the texts were the keeper's own from then on; otherwise those shipped
    /// @param steps what changed
    record Turn(Version version, boolean own, List<Turned> steps) {}

    /// A text that changed.
    record Turned(Step step, List<Diff.Run> runs) {}

    /// Some changes, newest first.
    ///
    /// @param before the version from which to look further back; 0 if there is nothing more
    record Part(List<Turn> turns, int before) {}

    /// The changes in the versions before one.
    Part before(int before, String language) {
        List<Version> versions = desk.versions().stream()
                .filter(version -> version.number() < before)
                .limit(MOST_READ + 1)
                .toList();
        List<Optional<Own>> texts = versions.stream()
                .map(version -> desk.own(version.number(), language))
                .toList();
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i + 1 < versions.size(); i++) {
            Version version = versions.get(i);
            Optional<Own> then = texts.get(i + 1);
            texts.get(i)
                    .filter(now -> then.isPresent() && !then.get().equals(now))
                    .map(now -> turn(version, then.orElseThrow(), now, language))
                    .ifPresent(turns::add);
        }
        boolean more = versions.size() > MOST_READ;
        return new Part(List.copyOf(turns), more ? versions.get(MOST_READ - 1).number() : 0);
    }

    private static Turn turn(Version version, Own then, Own now, String language) {
        return new Turn(version, now.texts().isPresent(), turned(then.fields(language), now.fields(language)));
    }

    private static List<Turned> turned(Typed then, Typed now) {
        return Arrays.stream(Step.values())
                .filter(step -> !then.at(step).equals(now.at(step)))
                .map(step -> new Turned(step, Diff.of(then.at(step), now.at(step))))
                .toList();
    }
}
