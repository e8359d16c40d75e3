package org.esquive.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;

/// What a keeper is told at once: one or more causes, in words.
///
/// @param id names the notice; the same if it is told again
/// @param at when it was made
/// @param language of its words
/// @param subject one line
/// @param text the whole, as plain lines
/// @param items the causes, the first one first
public record Notice(String id, Instant at, Locale language, String subject, String text, List<Item> items) {

    public Notice {
        items = List.copyOf(items);
    }

    /// A cause with how often it came.
    ///
    /// @param latest the alert that was raised last
    /// @param since when the first of them was raised
    /// @param count how many were raised
    /// @param title what happened, in a few words
    /// @param says what happened, with its figures
    /// @param advice what to do
    public record Item(Figures.Alert latest, Instant since, long count, String title, String says, String advice) {

        /// What happened.
        public AlertKind kind() {
            return latest.kind();
        }

        /// Whether a keeper should look now rather than tonight.
        public boolean isUrgent() {
            return Notice.isUrgent(kind());
        }
    }

    /// Whether a keeper should look now rather than tonight.
    public boolean isUrgent() {
        return items.stream().anyMatch(Item::isUrgent);
    }

    private static boolean isUrgent(AlertKind kind) {
        return switch (kind) {
            case FLOOD, BREAKER, LIMIT_REACHED, CHANNEL_DOWN, RECEIPTS_FAILING, DISK_LOW, TROUBLE -> true;
            case SENDER_LIMIT, FLOOD_OVER, NEIGHBOURS, LIMIT_NEAR, CHANNEL_UP, NO_INBOUND, CLOCK, PANIC, TEST -> false;
        };
    }
}
