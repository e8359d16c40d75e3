package org.esquive.lab.smsc;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Delivers each text until it is acknowledged, as carriers do: again after the link was lost, and again a while
/// after an answer that means "later". Takes replies as its script says, sends receipts, and writes it all down.
public final class Carrier implements Traffic {
    /// Answers after which a carrier delivers again; every other is final.
    private static final Set<Integer> LATER =
            Set.of(Wire.SYSTEM_ERROR, Wire.QUEUE_FULL, Wire.THROTTLED, Wire.TEMPORARY);

    private static final long AGAIN_AFTER = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONGEST_STEP = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

    private final History history;
    private final int window;
    private final Replies replies;
    private volatile int perSecond;
    private volatile Latencies latencies = new Latencies();

    private final Deque<Try> waiting = new ArrayDeque<>();
    private final PriorityQueue<Again> later = new PriorityQueue<>(Comparator.comparingLong(Again::at));
    private final Map<Link, Map<Integer, Try>> inFlight = new HashMap<>();
    private long filledAt;
    private double allowed;
    private long offered;
    private long open;
    private long acknowledged;
    private final Set<String> acknowledgedIds = new HashSet<>();
    private long firstAckAt;
    private long lastEventAt = System.nanoTime();
    private int twiceEvery;
    private long refusedForNow;
    private long refusedForGood;

    /// A delivery to be made or made.
    ///
    /// @param leftAt when it left
    private record Try(Offered text, int number, long leftAt) {
        Try next() {
            return new Try(text, number + 1, 0);
        }

        Try leaving(long now) {
            return new Try(text, number, now);
        }
    }

    private record Again(long at, Try delivery) {}

    /// @param perSecond texts a second, not counting repeated deliveries; 0 for as fast as the window lets
    /// @param window deliveries without an answer on each link
    public Carrier(Script script, History history, int perSecond, int window) {
        this.history = history;
        this.perSecond = perSecond;
        this.window = window;
        this.replies = new Replies(script, history);
    }

    /// Has a text delivered.
    public synchronized void offer(Offered text) {
        waiting.add(new Try(text, 1, 0));
        open++;
    }

    /// Delivers every n-th text twice at once, without waiting for an answer; 0 none.
    public synchronized void twice(int every) {
        twiceEvery = every;
    }

    /// How many texts are not acknowledged yet.
    public synchronized long open() {
        return open;
    }

    /// How many were.
    public synchronized long acknowledged() {
        return acknowledged;
    }

    /// The ids of the texts that were acknowledged.
    public synchronized Set<String> acknowledgedIds() {
        return Set.copyOf(acknowledgedIds);
    }

    /// How many deliveries were answered with "later".
    public synchronized long refusedForNow() {
        return refusedForNow;
    }

    /// How many were refused in a way that a carrier takes for final.
    public synchronized long refusedForGood() {
        return refusedForGood;
    }

    /// Offers so many texts a second from now on.
    public void offerPerSecond(int textsPerSecond) {
        perSecond = textsPerSecond;
    }

    /// How long acknowledgements take from now on.
    public Latencies latenciesFromNow() {
        latencies = new Latencies();
        return latencies;
    }

    /// How many replies came.
    public long replies() {
        return replies.count();
    }

    /// When the first acknowledgement came since [#forgetFirst()], by [System#nanoTime()]; 0 if none did.
    public synchronized long firstAckAt() {
        return firstAckAt;
    }

    public synchronized void forgetFirst() {
        firstAckAt = 0;
    }

    /// How long nothing has happened.
    public synchronized long quietNanos() {
        return System.nanoTime() - Math.max(lastEventAt, replies.lastAt());
    }

    @Override
    public synchronized long fill(Link link, Bytes out, long now) {
        while (!later.isEmpty() && later.peek().at - now <= 0) {
            waiting.addFirst(later.remove().delivery);
        }
        pace(now);
        Map<Integer, Try> flight = inFlight.computeIfAbsent(link, _ -> new LinkedHashMap<>());
        while (flight.size() < window && !waiting.isEmpty() && mayLeave(waiting.peek())) {
            Try next = waiting.remove();
            send(link, flight, next.leaving(now), out);
            if (twiceEvery > 0 && next.number == 1 && ++offered % twiceEvery == 0) {
                send(link, flight, next.next().leaving(now), out);
            }
            lastEventAt = now;
        }
        return TICK;
    }

    private boolean mayLeave(Try next) {
        if (next.number > 1 || perSecond == 0) {
            return true;
        }
        boolean due = allowed >= 1;
        allowed -= due ? 1 : 0;
        return due;
    }

    /// What could not be delivered while nobody was bound is not caught up on in a burst.
    private void pace(long now) {
        long elapsed = Math.clamp(now - filledAt, 0, LONGEST_STEP);
        filledAt = now;
        allowed = Math.min(allowed + elapsed * (double) perSecond / 1e9, Math.max(1, perSecond * LONGEST_STEP / 1e9));
    }

    private void send(Link link, Map<Integer, Try> flight, Try delivery, Bytes out) {
        Offered text = delivery.text;
        int sequence = link.nextSequence();
        flight.put(sequence, delivery);
        history.add(
                "in.send", text.leg(delivery.number) + ",\"channel\":\"smpp\",\"text\":" + History.quoted(text.text()));
        var _ = out.add(Deliveries.encode(
                sequence, text.sender().substring(1), text.line().substring(1), text.piece()));
    }

    @Override
    public void beforeLeaving() {
        history.flush();
    }

    @Override
    public synchronized void acknowledged(Link link, int sequence, int status, long now) {
        Map<Integer, Try> flight = inFlight.get(link);
        Try delivery = flight == null ? null : flight.remove(sequence);
        if (delivery == null) {
            return;
        }
        boolean ok = status == Wire.OK;
        history.add("in.ack", delivery.text.leg(delivery.number) + ",\"status\":" + status + ",\"ok\":" + ok);
        lastEventAt = now;
        if (ok) {
            latencies.record(now - delivery.leftAt);
            acknowledged++;
            acknowledgedIds.add(delivery.text.id());
            firstAckAt = firstAckAt == 0 ? now : firstAckAt;
        }
        boolean again = LATER.contains(status);
        refusedForNow += again ? 1 : 0;
        refusedForGood += ok || again ? 0 : 1;
        if (again) {
            later.add(new Again(now + AGAIN_AFTER, delivery.next()));
        } else if (!isStillInFlight(delivery)) {
            open--;
        }
    }

    /// Whether the same text is on its way a second time.
    private boolean isStillInFlight(Try delivery) {
        return inFlight.values().stream()
                .flatMap(flight -> flight.values().stream())
                .anyMatch(other -> other.text.equals(delivery.text));
    }

    @Override
    public void submitted(Link link, Submission submission, long now) {
        replies.take(link, submission, now);
    }

    @Override
    public synchronized void lost(Link link, String why) {
        Map<Integer, Try> flight = inFlight.remove(link);
        if (flight == null) {
            return;
        }
        for (Try delivery : flight.values()) {
            history.add("in.lost", delivery.text.leg(delivery.number) + ",\"why\":\"" + why + "\"");
        }
        flight.values().stream()
                .sorted(Comparator.comparingInt(Try::number))
                .collect(
                        LinkedHashMap<String, Try>::new,
                        (latest, each) -> latest.put(each.text.id(), each),
                        Map::putAll)
                .values()
                .forEach(delivery -> waiting.addFirst(delivery.next()));
        history.flush();
    }
}
