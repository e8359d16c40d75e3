package org.esquive.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.esquive.message.Fingerprint;
import org.esquive.message.Segment;

/// The long texts of a line as a batch goes on. A line without segments costs no look-up; a sender with some costs
/// one a batch.
///
/// Whoever sends more long texts at once than are remembered loses the oldest: the rest of its segments opens it
/// again and so counts as one text more, never less. Those that are whole give way first, for all that is lost
/// with them is how to tell a late repeated delivery.
final class LongTexts {
    private static final Comparator<LongText> LEAST_MISSED =
            Comparator.comparing(LongText::isWhole).reversed().thenComparingLong(LongText::text);

    private final Past past;
    private final Tallies tallies;
    private final Map<Fingerprint, Map<LongText.Key, LongText>> senders = new HashMap<>();
    private final Set<LongText.Key> stored = new HashSet<>();
    private final Map<LongText.Key, LongText> changed = new LinkedHashMap<>();
    private final Set<LongText.Key> dropped = new HashSet<>();

    /// What a segment is to its text.
    enum Place {
        /// The first that arrives: it is counted.
        FIRST,
        /// One more of a text that is counted.
        LATER,
        /// One that came before.
        REPEATED
    }

    LongTexts(Past past, Tallies tallies) {
        this.past = past;
        this.tallies = tallies;
    }

    /// Takes a segment of a text of two or more.
    Place take(Arrival.Text text, Segment segment) {
        LongText.Key key = LongText.Key.of(text.sender(), segment);
        Map<LongText.Key, LongText> known = senders.computeIfAbsent(text.sender(), this::recall);
        LongText found = known.get(key);
        var piece = new LongText.Piece(segment.number(), text.identity().or(text::content));
        if (found == null || !found.isRememberedAt(text.at())) {
            open(known, LongText.begin(key, text, piece));
            return Place.FIRST;
        }
        Optional<LongText.Piece> before = found.piece(segment.number());
        if (before.isEmpty()) {
            keep(known, found.joinedBy(piece, text.at()));
            return Place.LATER;
        }
        if (!found.isWhole() || isSame(before.get(), text)) {
            return Place.REPEATED;
        }
        open(known, LongText.begin(key, text, piece));
        return Place.FIRST;
    }

    /// The text that a segment was counted as, once it was taken.
    long counted(Arrival.Text text, Segment segment) {
        LongText known = senders.getOrDefault(text.sender(), Map.of()).get(LongText.Key.of(text.sender(), segment));
        return known == null ? text.id() : known.text();
    }

    /// Once a text is whole, the number alone does not tell a repeated delivery from the next text.
    private static boolean isSame(LongText.Piece before, Arrival.Text text) {
        return text.identity().isPresent() && before.identity().equals(text.identity());
    }

    /// What is to be written: rows to insert or replace, and rows to drop after that.
    Rows.LongTextRows rows() {
        makeRoom();
        return new Rows.LongTextRows(changed.values(), dropped);
    }

    private Map<LongText.Key, LongText> recall(Fingerprint sender) {
        Map<LongText.Key, LongText> known = new HashMap<>();
        past.longTexts(sender).forEach(text -> known.put(text.key(), text));
        stored.addAll(known.keySet());
        return known;
    }

    private void open(Map<LongText.Key, LongText> known, LongText text) {
        LongText replaced = known.remove(text.key());
        if (replaced == null && known.size() >= LongText.MOST_PER_SENDER) {
            known.values().stream().min(LEAST_MISSED).ifPresent(least -> {
                LongText _ = known.remove(least.key());
                drop(least, text.openedAt());
            });
        }
        keep(known, text);
    }

    private void keep(Map<LongText.Key, LongText> known, LongText text) {
        known.put(text.key(), text);
        changed.put(text.key(), text);
        boolean _ = dropped.remove(text.key());
    }

    private void drop(LongText text, Instant now) {
        LongText _ = changed.remove(text.key());
        if (stored.contains(text.key())) {
            dropped.add(text.key());
        }
        if (!text.isWhole() && text.isRememberedAt(now)) {
            tallies.add(Tally.LONG_TEXTS_DROPPED, now, 1);
        }
    }

    /// Beyond what a line remembers, the oldest of all give way.
    private void makeRoom() {
        Optional<Instant> latest =
                changed.values().stream().map(LongText::openedAt).max(Comparator.naturalOrder());
        long added =
                changed.keySet().stream().filter(key -> !stored.contains(key)).count();
        if (latest.isEmpty() || added == 0) {
            return;
        }
        int beyond = (int) (past.longTexts() + added - dropped.size() - LongText.MOST_PER_LINE);
        if (beyond > 0) {
            for (LongText old : past.oldestLongTexts(beyond)) {
                if (!changed.containsKey(old.key()) && stored.add(old.key())) {
                    drop(old, latest.get());
                }
            }
        }
    }
}
