package org.esquive.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.message.LineId;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches beside the flow, and tells keepers. Start reading at [#turn()].
///
/// It can never slow what it watches: it reads the ledger like a page does, a bounded number of rows a turn, and
/// writes a few rows a day.
public final class Watch implements AutoCloseable {
    /// How long it rests between two turns.
    static final Duration BEAT = Duration.ofSeconds(1);

    /// Alerts that wait for a ledger which cannot be written.
    private static final int MOST_UNWRITTEN = 1_000;

    /// What one node of several does: telling keepers.
    static final String DUTY = "alerts";

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Parts parts;
    private final AlertBook book;
    private final Conditions conditions;
    private final List<Figures.Alert> unwritten = new ArrayList<>();
    private final Map<Destination, Boolean> busy = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Map<String, Destination> destinations = Map.of();

    /// What the watch is made of.
    ///
    /// @param settings what keepers decided, as it is now
    /// @param threads where destinations are told, each by one thread at a time
    public record Parts(
            Ledger ledger,
            Supplier<Settings> settings,
            Outlook outlook,
            Ways ways,
            Timepieces time,
            Ids ids,
            Executor threads) {}

    /// What came of a test.
    ///
    /// @param id of the destination
    public record Tested(String id, String kind, Telling telling) {}

    public Watch(Parts parts) {
        this.parts = parts;
        this.book = parts.ledger().alerts();
        this.conditions = new Conditions(parts);
    }

    /// Goes on turning, in a thread of its own, until it is closed.
    public void start() {
        Thread _ = Thread.ofVirtual().name("watch").start(() -> {
            try {
                do {
                    turnWhateverHappens();
                } while (!closed.await(BEAT.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void turnWhateverHappens() {
        try {
            turn();
        } catch (RuntimeException mistake) {
            logUnlessClosing("event=watch-failed", mistake);
        }
    }

    /// One turn: looks for what no commit sees, writes it down, and has every destination catch up.
    void turn() {
        Settings settings = parts.settings().get();
        serve(settings.alerts());
        boolean isOurs = isOurs();
        raise(conditions.look(isOurs));
        boolean tells = isOurs || !unwritten.isEmpty();
        for (Destination destination : destinations.values()) {
            if (busy.putIfAbsent(destination, true) == null) {
                parts.threads().execute(() -> turn(destination, tells ? settings : null));
            }
        }
    }

    /// Of several nodes one tells; each of them while it cannot write what it has to say.
    private boolean isOurs() {
        return parts.ledger().nodes().holds(DUTY);
    }

    /// How the destinations are doing, in the order of the settings.
    public List<Standing> standings() {
        return destinations.values().stream().map(Destination::standing).toList();
    }

    /// Tells every destination that this is a test, now, one after the other.
    public List<Tested> test() throws InterruptedException {
        List<Tested> tested = new ArrayList<>();
        for (AlertSettings asked : parts.settings().get().alerts()) {
            test(asked.id()).ifPresent(tested::add);
        }
        return tested;
    }

    /// Tells one destination that this is a test, now.
    ///
    /// @return what came of it; none if there is no such destination
    public Optional<Tested> test(String id) throws InterruptedException {
        Settings settings = parts.settings().get();
        serve(settings.alerts());
        Destination destination = destinations.get(id);
        if (destination == null) {
            return Optional.empty();
        }
        Instant now = parts.time().day().instant();
        LineId line = settings.lines().stream().map(Line::id).findFirst().orElse(new LineId("none"));
        Figures.Alert alert =
                new Figures.Alert(parts.ids().next(), line, now, AlertKind.TEST, Optional.empty(), Map.of());
        AlertSettings asked = destination.settings();
        Notice notice = words(settings, asked).notice("esquive-test-" + alert.id(), now, List.of(Pile.of(0, alert)));
        return Optional.of(
                new Tested(asked.id(), asked.kind(), isOurs() ? destination.test(notice) : destination.tell(notice)));
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /// Destinations that are asked for as before go on; the others begin anew.
    private synchronized void serve(List<AlertSettings> asked) {
        Map<String, Destination> before = destinations;
        List<AlertSettings> served =
                before.values().stream().map(Destination::settings).toList();
        if (served.equals(asked)) {
            return;
        }
        Map<String, Destination> after = new LinkedHashMap<>();
        for (AlertSettings each : asked) {
            Destination kept = before.get(each.id());
            after.put(each.id(), kept != null && kept.settings().equals(each) ? kept : open(each));
        }
        destinations = after;
    }

    private Destination open(AlertSettings asked) {
        return new Destination(asked, parts.ways().open(asked), book, parts.time());
    }

    /// What cannot be written is told all the same, and written later.
    private void raise(List<Figures.Alert> alerts) {
        unwritten.addAll(alerts);
        if (unwritten.isEmpty()) {
            return;
        }
        try {
            book.raise(List.copyOf(unwritten));
            unwritten.clear();
        } catch (LedgerUnavailable unwritable) {
            destinations.values().forEach(destination -> alerts.forEach(destination::hand));
            while (unwritten.size() > MOST_UNWRITTEN) {
                unwritten.removeFirst();
            }
        }
    }

    /// @param settings none if another node tells
    private void turn(Destination destination, @Nullable Settings settings) {
        try {
            if (settings == null) {
                destination.stepBack();
            } else {
                destination.turn(words(settings, destination.settings()));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException mistake) {
            logUnlessClosing("event=destination-failed", mistake);
        } finally {
            busy.remove(destination);
        }
    }

    /// A ledger that was closed meanwhile is no news on the way out.
    private void logUnlessClosing(String event, RuntimeException mistake) {
        if (closed.getCount() > 0) {
            LOG.error(event, mistake);
        }
    }

    private static Words words(Settings settings, AlertSettings asked) {
        return Words.of(settings, asked.option(Ways.LANGUAGE));
    }
}
