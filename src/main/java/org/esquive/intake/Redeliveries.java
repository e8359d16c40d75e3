package org.esquive.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Ledger;
import org.esquive.message.Fingerprint;
import org.esquive.message.Inbound;
import org.jspecify.annotations.Nullable;

/// Tells a repeated delivery from a second text where the network gives no id, see [Inbound.Identity.Content].
///
/// A copy is a repeated delivery if it was received before the first was answered, or came after a link broke and
/// within the horizon; else it is a second text, for people do press twice. A copy over another link than the first
/// may have been sent because that link broke, and we have not noticed: it is a second text only if the link of the
/// first is known to have carried our answer.
///
/// Lives in the memory of the committing thread; what an earlier run took is fetched once, when the first text of this
/// kind comes, and counts as taken before a break. Later texts cost no look-up in the database.
final class Redeliveries {
    /// How long after it was taken a text may come again.
    static final Duration HORIZON = Duration.ofMinutes(10);

    /// How many are remembered; the oldest give way.
    static final int MOST = 20_000;

    private static final long NOT_YET = Long.MAX_VALUE;

    private final SequencedMap<Fingerprint, Seen> lately = new LinkedHashMap<>();
    private final List<Seen> waiting = new ArrayList<>();
    private boolean recalled;

    /// What a text is among its copies.
    enum Copy {
        /// The only one, or a second text with the same words.
        FIRST,
        /// A repeated delivery of a text whose commit is under way.
        OF_WAITING,
        /// A repeated delivery of a text that is stored.
        OF_STORED
    }

    /// A text that was taken.
    private static final class Seen {
        private final Fingerprint content;
        private final long epoch;
        private final long link;
        private final boolean ofEarlierRun;
        private final Instant at;

        /// Before the network was told, and when it surely had been.
        private Instant answeringAt = Instant.MAX;

        private Instant answeredAt = Instant.MAX;

        /// The latest id that was given when it was answered: whatever has a higher one was received later.
        private long answeredAfter = NOT_YET;

        /// What the commit under way takes the place of.
        private @Nullable Seen before;

        Seen(Fingerprint content, Inbound.Identity.Content identity, Instant at) {
            this.content = content;
            this.epoch = identity.epoch();
            this.link = identity.link();
            this.ofEarlierRun = false;
            this.at = at;
        }

        Seen(Ledger.Recent text) {
            this.content = text.content();
            this.epoch = 0;
            this.link = 0;
            this.ofEarlierRun = true;
            this.at = text.at();
            this.answeredAfter = 0;
        }

        /// What a text with the same content is.
        Copy copy(Arrival.Text text, Inbound.Identity.Content identity) {
            if (answeredAfter == NOT_YET) {
                return Copy.OF_WAITING;
            }
            if (!text.at().isBefore(at.plus(HORIZON))) {
                return Copy.FIRST;
            }
            boolean beforeTheAnswer = text.id() <= answeredAfter;
            boolean afterABreak = ofEarlierRun || identity.epoch() != epoch;
            return beforeTheAnswer || afterABreak || !hadArrived(identity) ? Copy.OF_STORED : Copy.FIRST;
        }

        /// Whether our answer had, for all we know, when the copy was sent. What was not there yet when we answered
        /// was sent by one and the same link after that, as far as anybody can tell.
        private boolean hadArrived(Inbound.Identity.Content copy) {
            return copy.link() == link ? !copy.read().isBefore(answeringAt) : answeredAt.isBefore(copy.assured());
        }
    }

    /// Fetches what an earlier run took, before the first text that may be a repetition of it.
    ///
    /// @throws org.esquive.ledger.LedgerUnavailable if it cannot be read: then nothing of the batch can be taken
    void recallBefore(List<Arrival> batch, Ledger ledger, Instant now) {
        if (batch.stream().noneMatch(Redeliveries::hasContent)) {
            return;
        }
        for (Ledger.Recent text : ledger.recent(now.minus(HORIZON), MOST)) {
            remember(new Seen(text));
        }
        recalled = true;
    }

    private static boolean hasContent(Arrival arrival) {
        return arrival instanceof Arrival.Text text && text.content().isPresent();
    }

    /// Whether what an earlier run took is known.
    boolean isRecalled() {
        return recalled;
    }

    /// What a text is; if it is the first, it is remembered as waiting.
    Copy copy(Arrival.Text text) {
        if (text.content().isEmpty() || !(text.inbound().identity() instanceof Inbound.Identity.Content identity)) {
            return Copy.FIRST;
        }
        Fingerprint content = text.content().get();
        Seen before = lately.get(content);
        Copy copy = before == null ? Copy.FIRST : before.copy(text, identity);
        if (copy != Copy.FIRST) {
            return copy;
        }
        Seen now = new Seen(content, identity, text.at());
        now.before = before;
        remember(now);
        waiting.add(now);
        return Copy.FIRST;
    }

    /// A text is stored and about to be answered.
    ///
    /// @param latest the latest id given to a text so far
    void answering(Arrival.Text text, long latest, Instant now) {
        Seen seen = text.content().map(lately::get).orElse(null);
        if (seen != null && seen.answeredAfter == NOT_YET) {
            seen.answeredAfter = latest;
            seen.answeringAt = now;
        }
    }

    /// The commit under way succeeded, and all of it is answered by now.
    void stored(Instant now) {
        for (Seen seen : waiting) {
            seen.before = null;
            seen.answeredAt = now;
        }
        waiting.clear();
    }

    /// The commit under way failed: what it took was not taken.
    void notStored() {
        for (Seen seen : waiting.reversed()) {
            forget(seen);
        }
        waiting.clear();
    }

    /// A text of the commit under way was not taken, whatever becomes of the others.
    void notTaken(Arrival.Text text) {
        Seen seen = text.content().map(lately::get).orElse(null);
        if (seen != null && waiting.remove(seen)) {
            forget(seen);
        }
    }

    private void forget(Seen seen) {
        lately.remove(seen.content, seen);
        if (seen.before != null) {
            lately.putIfAbsent(seen.content, seen.before);
        }
    }

    /// Puts a text at the end, and drops the oldest if there are too many.
    private void remember(Seen seen) {
        lately.remove(seen.content);
        lately.put(seen.content, seen);
        if (lately.size() > MOST) {
            lately.pollFirstEntry();
        }
    }
}
