package org.esquive.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.esquive.settings.Cap;
import org.esquive.settings.Period;

/// What answering a text would take from a budget.
///
/// @param to who is answered
/// @param replies how many replies it is, 1, or 2 with a cover
/// @param money what they cost, in millionths of the currency
/// @param lastReply when a reply to this person was decided before, if one was
public record Expense(String to, int replies, long money, Optional<Instant> lastReply) {

    /// How much of what a cap counts.
    ///
    /// @param now the windows it would fall in
    /// @param zone whose calendar they are of
    long of(Cap cap, Windows now, ZoneId zone) {
        return switch (cap.measure()) {
            case REPLIES -> replies;
            case MONEY -> money;
            case NEW_RECIPIENTS -> lastReply.isEmpty() ? 1 : 0;
            case RECIPIENTS -> isFirstIn(cap.period(), now, zone) ? 1 : 0;
        };
    }

    private boolean isFirstIn(Period period, Windows now, ZoneId zone) {
        return lastReply.isEmpty() || Windows.at(lastReply.get(), zone).of(period) < now.of(period);
    }
}
