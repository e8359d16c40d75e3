package org.esquive.console.change;

import java.util.List;
import org.esquive.console.FormField;

/// Questions that belong together, under a title of their own.
///
/// @param title in words
/// @param lead a sentence below it; may be empty
/// @param folded whether they are shown only if somebody wants them
/// @param questions the questions
record Group(String title, String lead, boolean folded, List<Question> questions) {

    Group {
        questions = List.copyOf(questions);
    }

    /// Questions that are shown at once.
    static Group open(String title, List<Question> questions) {
        return new Group(title, "", false, questions);
    }

    /// Questions for those who want them.
    static Group folded(String title, String lead, List<Question> questions) {
        return new Group(title, lead, true, questions);
    }

    /// All questions of some groups.
    static List<Question> all(List<Group> groups) {
        return groups.stream().flatMap(group -> group.questions().stream()).toList();
    }

    /// The group as a page shows it.
    ///
    /// @param fields the questions with their answers
    record Shown(String title, String lead, boolean folded, List<FormField> fields) {

        /// Whether it is unfolded: because something in it is to be put right, or because it is not folded at all.
        public boolean unfolded() {
            return !folded || fields.stream().anyMatch(field -> !field.error().isEmpty());
        }
    }
}
