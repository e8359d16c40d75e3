package org.esquive.settings;

import java.util.List;
import java.util.Optional;

/// The reply texts of one language.
///
/// @param ladder what the first, second … fifth text of a sender gets; the last entry serves for all that follow
/// it
/// @param help what HELP gets: that this is a machine, no emergency number, and where help is
/// @param stop what STOP gets: that nothing more will come
/// @param start what START gets: that texts are answered again
/// @param cover what may leave before the first of the ladder: a neutral word that reveals nothing
public record ReplyTexts(List<String> ladder, String help, String stop, String start, Optional<String> cover) {

    /// Texts without a cover.
    public ReplyTexts(List<String> ladder, String help, String stop, String start) {
        this(ladder, help, stop, start, Optional.empty());
    }

    /// Most texts in a ladder: a sender is never answered more often.
    public static final int MOST_RUNGS = 5;

    /// @throws IllegalArgumentException if the ladder does not have 1 to 5 entries
    public ReplyTexts {
        ladder = List.copyOf(ladder);
        if (ladder.isEmpty() || ladder.size() > MOST_RUNGS) {
            throw new IllegalArgumentException("expected 1 to 5 texts in the ladder");
        }
    }

    /// The text for the nth text of a sender.
    ///
    /// @param n from 1
    public String rung(int n) {
        return ladder.get(Math.min(n, ladder.size()) - 1);
    }
}
