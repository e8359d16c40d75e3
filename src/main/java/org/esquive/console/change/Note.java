package org.esquive.console.change;

import java.util.List;
import java.util.Optional;
import org.esquive.settings.Warning;
import org.esquive.settings.yaml.Draft;

/// Something that is allowed and that a keeper should know, in words.
///
/// @param where a place
/// @param words what to know and do
/// @param foreign whether the words are English on a page that is not
record Note(String where, String words, boolean foreign) {

    /// Some warnings about a document, those below a path first.
    static List<Note> of(List<Warning> warnings, Draft draft, String first, Phrases phrases) {
        return warnings.stream()
                .sorted((one, other) -> Boolean.compare(
                        draft.place(other.field()).startsWith(first),
                        draft.place(one.field()).startsWith(first)))
                .map(warning -> of(warning, draft, phrases))
                .toList();
    }

    private static Note of(Warning warning, Draft draft, Phrases phrases) {
        String place = draft.place(warning.field());
        Optional<String> words = phrases.maybe(Complaints.key(place) + ".warn");
        String where = Place.words(place, phrases);
        return new Note(where, words.orElse(warning.note()), words.isEmpty() && !phrases.isEnglish());
    }
}
