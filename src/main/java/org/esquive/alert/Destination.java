package org.esquive.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.AlertBook.Told;
import org.esquive.ledger.Figures;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.settings.AlertSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A keeper's mailbox, phone or program, and how far it was told.
///
/// It is told at once of a cause of which it was not told within its window; what else comes of that cause is
/// piled up and told as one when the window ends. While it cannot be told everything is piled up, and tried again
/// after a minute, two, four, up to an hour. How far it was told stands in the ledger, behind the oldest alert
/// that still waits: after a restart it may hear something twice, and misses nothing.
final class Destination {
    private static final Logger LOG = LoggerFactory.getLogger(Destination.class);

    private final AlertSettings settings;
    private final Way way;
    private final AlertBook book;
    private final Timepieces time;

    private final Map<Cause, Pile> waiting = new LinkedHashMap<>();
    private final Map<Cause, Instant> toldOf = new HashMap<>();
    private final Queue<Figures.Alert> handed = new ConcurrentLinkedQueue<>();
    private final Set<Long> heard = new HashSet<>();
    private @Nullable Told told;
    private long read;
    private boolean noted;
    private Backoff backoff = Backoff.NONE;
    private Instant again = Instant.MIN;
    private Optional<Standing.Trouble> trouble = Optional.empty();
    private volatile Standing standing;

    /// How it is reached.
    ///
    /// @param window how long a cause is not told again
    /// @param mostPerDay notices a day
    record Way(Alarm alarm, Duration window, int mostPerDay) {}

    Destination(AlertSettings settings, Way way, AlertBook book, Timepieces time) {
        this.settings = settings;
        this.way = way;
        this.book = book;
        this.time = time;
        this.standing = new Standing(settings.id(), settings.kind(), Optional.empty(), 0, Optional.empty());
    }

    /// What was asked for.
    AlertSettings settings() {
        return settings;
    }

    /// How it is doing.
    Standing standing() {
        return standing;
    }

    /// Hands over an alert that could not be written, so that a ledger in trouble does not keep it from being
    /// told. Once it is written it is not told again.
    void hand(Figures.Alert alert) {
        boolean _ = handed.add(alert);
    }

    /// Reads what is new, and tells what is due.
    synchronized void turn(Words words) throws InterruptedException {
        catchUp();
        Instant steady = time.steady().instant();
        toldOf.values().removeIf(at -> !steady.isBefore(at.plus(way.window())));
        Map<Cause, Pile> due = new LinkedHashMap<>(waiting);
        due.keySet().removeAll(toldOf.keySet());
        if (!due.isEmpty() && !steady.isBefore(again)) {
            tell(due, words, steady);
        }
        note();
        show();
    }

    /// Leaves the telling to another node, and shows how far that one is.
    synchronized void stepBack() {
        told = null;
        waiting.clear();
        toldOf.clear();
        heard.clear();
        handed.clear();
        backoff = Backoff.NONE;
        again = Instant.MIN;
        trouble = Optional.empty();
        try {
            Optional<Instant> at = book.told(settings.id()).map(Told::at).filter(Instant.EPOCH::isBefore);
            standing = new Standing(settings.id(), settings.kind(), at, 0, Optional.empty());
        } catch (LedgerUnavailable unreadable) {
            // It is shown as it was.
        }
    }

    /// Tells a notice that no alert stands behind, whatever happened before.
    synchronized Telling test(Notice notice) throws InterruptedException {
        catchUp();
        Telling telling = tell(notice);
        if (telling instanceof Telling.Told) {
            wasTold(time.steady().instant());
        }
        note();
        show();
        return telling;
    }

    private void catchUp() {
        try {
            begin();
            for (AlertBook.Written written : book.after(read, AlertBook.MOST)) {
                read = written.place();
                if (!heard.remove(written.alert().id())) {
                    pile(Pile.of(written.place(), written.alert()));
                }
            }
        } catch (LedgerUnavailable unreadable) {
            // What is there is read later; what was handed over needs no ledger.
        }
        for (Figures.Alert alert = handed.poll(); alert != null; alert = handed.poll()) {
            boolean _ = heard.add(alert.id());
            pile(Pile.of(read + 1, alert));
        }
    }

    /// A destination that is new hears of what comes, not of what was.
    private void begin() {
        if (told == null) {
            Optional<Told> known = book.told(settings.id());
            Told from = known.orElseGet(() -> new Told(book.end(), Instant.EPOCH, 0, 0));
            noted = known.isPresent();
            read = from.upTo();
            told = from;
        }
    }

    private void pile(Pile pile) {
        waiting.merge(Cause.of(pile.latest()), pile, Pile::with);
    }

    private void tell(Map<Cause, Pile> due, Words words, Instant steady) throws InterruptedException {
        List<Pile> piles = List.copyOf(due.values());
        long first = piles.stream().mapToLong(Pile::first).min().orElse(0);
        long last = piles.stream().mapToLong(Pile::last).max().orElse(0);
        String id = "esquive-%s-%d-%d".formatted(settings.id(), first, last);
        switch (tell(words.notice(id, time.day().instant(), piles))) {
            case Telling.Told _ -> {
                waiting.keySet().removeAll(due.keySet());
                due.keySet().forEach(cause -> toldOf.put(cause, steady));
                wasTold(steady);
                LOG.info("event=alert-told destination={} causes={}", settings.id(), due.size());
            }
            case Telling.Failed(var cause, var retryable) -> failed(cause, retryable, steady);
        }
    }

    /// Tells a notice and remembers nothing of it: how far it was told is another node's to say.
    synchronized Telling tell(Notice notice) throws InterruptedException {
        if (told != null && told.day() == today() && told.times() >= way.mostPerDay()) {
            return new Telling.Failed(
                    "It was told " + way.mostPerDay() + " times today, which is the most: the rest waits for tomorrow.",
                    false);
        }
        try {
            return way.alarm().tell(notice);
        } catch (RuntimeException mistake) {
            String name = mistake.getClass().getSimpleName();
            return new Telling.Failed("It failed in a way that nobody thought of (" + name + ").", true);
        }
    }

    private void wasTold(Instant steady) {
        long today = today();
        Told before = told == null ? new Told(0, Instant.EPOCH, 0, 0) : told;
        int times = before.day() == today ? before.times() + 1 : 1;
        told = new Told(before.upTo(), time.day().instant(), today, times);
        noted = false;
        backoff = Backoff.NONE;
        again = steady;
        trouble = Optional.empty();
    }

    private void failed(String cause, boolean retryable, Instant steady) {
        Duration pause = retryable ? backoff.next() : Backoff.LONGEST;
        backoff = backoff.afterFailure();
        again = steady.plus(pause);
        Instant now = time.day().instant();
        Instant since = trouble.map(Standing.Trouble::since).orElse(now);
        trouble = Optional.of(new Standing.Trouble(since, cause, now.plus(pause)));
        LOG.warn("event=alert-not-told destination={} again-in={} cause=\"{}\"", settings.id(), pause, cause);
    }

    /// Writes down how far it was told, when that changed.
    private void note() {
        if (told == null) {
            return;
        }
        long upTo = waiting.values().stream().mapToLong(Pile::first).min().orElse(read + 1) - 1;
        if (noted && upTo == told.upTo()) {
            return;
        }
        told = new Told(upTo, told.at(), told.day(), told.times());
        try {
            book.note(settings.id(), told);
            noted = true;
        } catch (LedgerUnavailable unwritable) {
            noted = false;
        }
    }

    private void show() {
        Optional<Instant> at = Optional.ofNullable(told).map(Told::at).filter(Instant.EPOCH::isBefore);
        standing = new Standing(settings.id(), settings.kind(), at, waiting.size(), trouble);
    }

    private long today() {
        return LocalDate.ofInstant(time.day().instant(), ZoneOffset.UTC).toEpochDay();
    }
}
