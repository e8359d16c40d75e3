package org.esquive.console.change;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.settings.Secret;
import org.esquive.settings.yaml.Draft;
import org.esquive.settings.yaml.Edit;
import org.esquive.settings.yaml.Reading;
import org.esquive.settings.yaml.SettingsYaml;

/// A line that is being set up, step by step: the settings as they would be, in which the new line, its channel and who
/// is told have no names yet.
///
/// @param from the version it began with
/// @param before what that version says
/// @param draft what shall be
/// @param name what the line shall be called
record Sketch(int from, Draft before, Draft draft, String name) {
    static final String LINE = "lines/" + Entries.UNNAMED;
    static final String CHANNEL = "channels/" + Entries.UNNAMED;
    static final String WAY = "alerts/" + Entries.UNNAMED;

    /// The beginning: beside what is there, or instead of it.
    static Sketch of(int version, Draft before, boolean instead) {
        return new Sketch(version, before, instead ? Draft.of("").orElseThrow() : before, "");
    }

    Sketch with(List<Edit> edits) {
        return new Sketch(from, before, draft.with(edits), name);
    }

    Sketch named(String other) {
        return new Sketch(from, before, draft, other);
    }

    /// The kind of the new channel, if there is to be one.
    Optional<String> kind() {
        return draft.word(CHANNEL + "/kind");
    }

    /// The kind of the new way to a keeper, if there is to be one.
    Optional<String> way() {
        return draft.word(WAY + "/kind");
    }

    /// What the line is called.
    String lineId() {
        return Entries.free(name, "lines", draft.with(List.of(new Edit.Remove(LINE))));
    }

    /// The whole with names.
    ///
    /// @param channel what the new channel is called
    Draft finished(String channel) {
        String id = lineId();
        List<Edit> named = Stream.of(
                        moved(LINE, "lines/" + id),
                        moved(CHANNEL, "channels/" + Entries.free(channel, "channels", without(CHANNEL))),
                        moved(WAY, "alerts/" + Entries.free(way().orElse("way"), "alerts", without(WAY))))
                .flatMap(List::stream)
                .toList();
        Draft moved = draft.with(named);
        boolean isNew =
                draft.word(LINE + "/channel").filter(Entries.UNNAMED::equals).isPresent();
        String called = Entries.free(channel, "channels", without(CHANNEL));
        return isNew ? moved.with(List.of(new Edit.Put("lines/" + id + "/channel", called))) : moved;
    }

    private Draft without(String entry) {
        return draft.with(List.of(new Edit.Remove(entry)));
    }

    private List<Edit> moved(String entry, String name) {
        List<Edit> there = Entries.moved(draft.since(without(entry)), entry, name);
        return Stream.concat(Stream.of(new Edit.Remove(entry)), there.stream()).toList();
    }

    /// What the reader of settings makes of it; secrets that are stored already are taken for good.
    static Reading read(Draft draft) {
        return SettingsYaml.read(draft.yaml(), (_, _, written) -> Optional.of(new Secret(written)));
    }

    /// Without what was answered: it holds secrets.
    @Override
    public String toString() {
        return "Sketch[from=" + from + "]";
    }
}
