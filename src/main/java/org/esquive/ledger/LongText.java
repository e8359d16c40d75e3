package org.esquive.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.esquive.message.Fingerprint;
import org.esquive.message.Segment;

/// A text that comes in segments, remembered so that it is counted once: with the first of them that arrives,
/// whichever it is. Nothing waits for the rest, and no words are kept.
///
/// @param key what its segments have in common
/// @param text the text it was counted as
/// @param openedAt when its first segment came
/// @param lastAt when the latest came
/// @param pieces what came so far, in that order; each number once
public record LongText(Key key, long text, Instant openedAt, Instant lastAt, List<Piece> pieces) {
    /// How long its segments are told from those of the next text with the same reference.
    public static final Duration REMEMBERED = Duration.ofHours(24);

    /// How many are remembered of one sender, whole or not: beyond it the oldest gives way.
    public static final int MOST_PER_SENDER = 8;

    /// How many are remembered of one line.
    public static final int MOST_PER_LINE = 10_000;

    public LongText {
        pieces = List.copyOf(pieces);
    }

    /// What the segments of one text have in common. Another sender, another width of the reference or another
    /// total is another text.
    ///
    /// @param sender who sent it, under the counting key
    /// @param reference as in [Segment#reference()]
    /// @param wide as in [Segment#wide()]
    /// @param total as in [Segment#total()]
    public record Key(Fingerprint sender, int reference, boolean wide, int total) {
        static Key of(Fingerprint sender, Segment segment) {
            return new Key(sender, segment.reference(), segment.wide(), segment.total());
        }
    }

    /// A segment that came.
    ///
    /// @param number which of them
    /// @param identity what tells a repeated delivery of it apart, hashed, where the channel has such a thing
    public record Piece(int number, Optional<Fingerprint> identity) {}

    static LongText begin(Key key, Arrival.Text text, Piece first) {
        return new LongText(key, text.id(), text.at(), text.at(), List.of(first));
    }

    LongText joinedBy(Piece piece, Instant at) {
        List<Piece> more = new ArrayList<>(pieces);
        more.add(piece);
        return new LongText(key, text, openedAt, at, more);
    }

    Optional<Piece> piece(int number) {
        return pieces.stream().filter(piece -> piece.number() == number).findFirst();
    }

    boolean isWhole() {
        return pieces.size() == key.total();
    }

    boolean isRememberedAt(Instant now) {
        return now.isBefore(openedAt.plus(REMEMBERED));
    }
}
