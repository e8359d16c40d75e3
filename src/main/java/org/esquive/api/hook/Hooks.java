package org.esquive.api.hook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.esquive.alert.Telling;
import org.esquive.alert.webhook.SignedCall;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.settings.Problem;
import org.esquive.settings.Settings;
import org.esquive.settings.WebhookSettings;
import org.esquive.settings.WebhookSettings.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has every program of the settings told what happens, beside the flow. Start reading at [#turn()].
public final class Hooks implements AutoCloseable {
    /// How long it rests between two turns.
    static final Duration BEAT = Duration.ofSeconds(1);

    /// News of replies that are kept for a program that does not answer.
    static final long MOST_NEWS = 100_000;

    /// What one node of several does: telling programs.
    static final String DUTY = "webhooks";

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    private final Parts parts;
    private final Map<Courier, Boolean> busy = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Map<String, Courier> couriers = Map.of();
    private @Nullable Boolean notesReplies;

    public Hooks(Parts parts) {
        this.parts = parts;
    }

    /// What is wrong with the webhooks of some settings.
    public static List<Problem> problems(Settings settings) {
        return settings.webhooks().stream()
                .flatMap(webhook -> SignedCall.problems(webhook.asAlert()).stream()
                        .map(problem -> new Problem("webhooks." + webhook.id(), "", problem)))
                .toList();
    }

    /// Goes on turning, in a thread of its own, until it is closed.
    public void start() {
        Thread _ = Thread.ofVirtual().name("hooks").start(() -> {
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
        } catch (LedgerUnavailable unreadable) {
            // Said by whoever takes texts; what is there is told later.
        } catch (RuntimeException mistake) {
            logUnlessClosing(mistake);
        }
    }

    /// One turn: has every program catch up that is not being told already.
    void turn() {
        serve(parts.steering().current().webhooks());
        boolean isOurs = parts.ledger().nodes().holds(DUTY);
        for (Courier courier : couriers.values()) {
            if (busy.putIfAbsent(courier, true) == null) {
                parts.threads().execute(() -> turn(courier, isOurs));
            }
        }
    }

    /// How the programs are doing, in the order of the settings.
    public List<Standing> standings() {
        serve(parts.steering().current().webhooks());
        return couriers.values().stream().map(Courier::standing).toList();
    }

    /// Sees whether a call arrives; empty if there is no such program.
    public Optional<Telling> test(String webhook) {
        return courier(webhook).map(Courier::test);
    }

    /// Hands over once more what is kept; empty if there is no such program, or it is not kept any more.
    public Optional<Telling> again(String webhook, long place) {
        return courier(webhook).flatMap(courier -> courier.again(place));
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private Optional<Courier> courier(String webhook) {
        serve(parts.steering().current().webhooks());
        return Optional.ofNullable(couriers.get(webhook));
    }

    /// Programs that are asked for as before go on; the others begin anew where they were.
    private synchronized void serve(List<WebhookSettings> asked) {
        Map<String, Courier> before = couriers;
        List<WebhookSettings> served =
                before.values().stream().map(Courier::settings).toList();
        if (!served.equals(asked)) {
            Map<String, Courier> after = new LinkedHashMap<>();
            for (WebhookSettings each : asked) {
                Courier kept = before.get(each.id());
                after.put(each.id(), kept != null && kept.settings().equals(each) ? kept : open(each, kept));
            }
            couriers = after;
        }
        boolean wanted = hearingOfReplies().findAny().isPresent();
        if (notesReplies == null || notesReplies != wanted) {
            parts.sources().chronicle().noteReplies(wanted);
            notesReplies = wanted;
        }
    }

    private Courier open(WebhookSettings asked, @Nullable Courier kept) {
        List<String> problems = SignedCall.problems(asked.asAlert());
        Courier.Caller caller = problems.isEmpty()
                ? SignedCall.to(asked.asAlert(), parts.time().day())::post
                : (_, _) -> new Telling.Failed("Its settings cannot be used: " + problems.getFirst(), false);
        return new Courier(asked, caller, parts, Optional.ofNullable(kept).map(Courier::settings));
    }

    private void turn(Courier courier, boolean isOurs) {
        try {
            if (isOurs) {
                courier.turn();
                forgetReplies();
            } else {
                courier.stepBack();
            }
        } catch (LedgerUnavailable unreadable) {
            // Said by whoever takes texts; what is there is told later.
        } catch (RuntimeException mistake) {
            logUnlessClosing(mistake);
        } finally {
            busy.remove(courier);
        }
    }

    /// What every program was told of, and what is too much to keep.
    private void forgetReplies() {
        long last = parts.sources().chronicle().lastReply();
        long told = hearingOfReplies().mapToLong(Courier::repliesTold).min().orElse(0);
        long upTo = Math.max(told, last - MOST_NEWS);
        if (upTo > 0 && !parts.sources().chronicle().replies(0, 1).isEmpty()) {
            parts.sources().chronicle().forgetReplies(upTo);
        }
    }

    private Stream<Courier> hearingOfReplies() {
        return couriers.values().stream()
                .filter(courier -> courier.settings().events().contains(Event.REPLY));
    }

    /// A ledger that was closed meanwhile is no news on the way out.
    private void logUnlessClosing(RuntimeException mistake) {
        if (closed.getCount() > 0) {
            LOG.error("event=webhook-failed failure={}", mistake.getClass().getName());
        }
    }
}
