package org.esquive.lab.smsc;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/// Offers texts at a rate, or as fast as the windows let, and measures how long acknowledgements and replies take.
/// Nothing is recorded and nothing is delivered twice. A reply belongs to the earliest text of its receiver that
/// has none; a reply beyond that is counted and not measured.
public final class Load implements Traffic {
    private static final int IN_FLIGHT = 1 << 16;
    private static final int MOST_IN_A_BATCH = 512;
    private static final long TICK = TimeUnit.MICROSECONDS.toNanos(200);
    private static final long NOW = 0;

    private final Plan plan;
    private final Numbers senders;
    private final AtomicLongArray textedAt;
    private final byte[] template;
    private final int digitsAt;
    private final int digits;
    private final int lineAt;
    private final int lineDigits;

    private final Latencies ackLatency = new Latencies();
    private final Latencies replyLatency = new Latencies();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger acked = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger replies = new AtomicInteger();
    private final AtomicInteger unpaired = new AtomicInteger();
    private final AtomicLong messageIds = new AtomicLong();
    private final CountDownLatch allAnswered = new CountDownLatch(1);
    private volatile long startedAt;
    private volatile long lastAckAt;
    private volatile long lastReplyAt;

    /// What is offered.
    ///
    /// @param texts how many
    /// @param perSecond how fast in all; 0 for as fast as the windows let
    /// @param window deliveries without an answer, of each link; at most 32,768
    /// @param lineOf the number texted by each text: digits alone, all of one length
    /// @param numberOf the sender of each text: its number without `+`, all of one length
    /// @param text what each says
    /// @param measured which texts count for the latencies
    public record Plan(
            int texts,
            int perSecond,
            int window,
            IntToLongFunction lineOf,
            IntToLongFunction numberOf,
            String text,
            IntPredicate measured) {
        /// Every text is measured.
        public Plan(int texts, int perSecond, int window, String line, IntToLongFunction numberOf, String text) {
            this(texts, perSecond, window, _ -> Long.parseLong(line), numberOf, text, _ -> true);
        }
    }

    /// What came of it. Rates are over the time from the first text to the last acknowledgement or reply.
    public record Result(
            int texts,
            int acked,
            int refused,
            int replies,
            int unpaired,
            double acksPerSecond,
            double repliesPerSecond,
            Latencies ack,
            Latencies reply) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d texts: %,.0f acks/s (%s), %,d refused; %,d replies: %,.0f/s (%s), %,d without a text",
                    texts,
                    acksPerSecond,
                    ack,
                    refused,
                    replies,
                    repliesPerSecond,
                    reply,
                    unpaired);
        }
    }

    /// What is in flight on one link: written by its writing thread, read by its reading thread.
    private static final class Flight {
        final AtomicLongArray sentAt = new AtomicLongArray(IN_FLIGHT);
        int sent;
        final AtomicInteger answered = new AtomicInteger();
    }

    public Load(Plan plan) {
        this.plan = plan;
        this.senders = new Numbers(plan.texts());
        for (int i = 0; i < plan.texts(); i++) {
            var _ = senders.add(plan.numberOf().applyAsLong(i));
        }
        this.textedAt = new AtomicLongArray(senders.size());
        String number = Long.toString(plan.numberOf().applyAsLong(0));
        this.digits = number.length();
        String line = Long.toString(plan.lineOf().applyAsLong(0));
        Bytes pdu = Deliveries.encode(
                0, number, line, new Offered.Piece(1, 1, 0, 0, plan.text().getBytes(StandardCharsets.ISO_8859_1)));
        this.template = pdu.copy();
        this.digitsAt = Wire.HEADER + 3;
        this.lineDigits = line.length();
        this.lineAt = digitsAt + digits + 3;
    }

    /// Lets the texts flow, over links bound now or later.
    public Load start() {
        startedAt = System.nanoTime();
        return this;
    }

    /// Waits until every text was answered and no reply came for a while.
    ///
    /// @param most how long to wait for the answers
    /// @param quietMillis how long no reply must have come
    public Result await(long most, TimeUnit unit, long quietMillis) throws InterruptedException {
        boolean _ = allAnswered.await(most, unit);
        long quiet = TimeUnit.MILLISECONDS.toNanos(quietMillis);
        while (System.nanoTime() - Math.max(lastReplyAt, lastAckAt) < quiet) {
            LockSupport.parkNanos(quiet / 10);
        }
        return result();
    }

    /// How it stands.
    public Result result() {
        return new Result(
                plan.texts(),
                acked.get(),
                refused.get(),
                replies.get(),
                unpaired.get(),
                perSecond(acked.get(), lastAckAt),
                perSecond(replies.get(), lastReplyAt),
                ackLatency,
                replyLatency);
    }

    private double perSecond(int count, long until) {
        return count == 0 ? 0 : count * 1e9 / Math.max(1, until - startedAt);
    }

    @Override
    public long fill(Link link, Bytes out, long now) {
        if (startedAt == NOW) {
            return TICK;
        }
        Flight flight = flight(link);
        int room = Math.min(MOST_IN_A_BATCH, plan.window() - (flight.sent - flight.answered.get()));
        int due = Math.min(room, due(now));
        for (int i = 0; i < due; i++) {
            int text = next.getAndIncrement();
            if (text >= plan.texts()) {
                break;
            }
            add(out, link.nextSequence(), text, flight, now);
        }
        return plan.perSecond() == 0 ? Long.MAX_VALUE : TICK;
    }

    /// How many texts the rate allows now.
    private int due(long now) {
        int rate = plan.perSecond();
        return rate == 0
                ? MOST_IN_A_BATCH
                : (int) Math.min(plan.texts(), (now - startedAt) * (double) rate / 1e9) - next.get();
    }

    private void add(Bytes out, int sequence, int text, Flight flight, long now) {
        int start = out.size();
        var _ = out.raw(template);
        out.patch(start + 12, sequence);
        long number = plan.numberOf().applyAsLong(text);
        out.patchDigits(start + digitsAt, digits, number);
        out.patchDigits(start + lineAt, lineDigits, plan.lineOf().applyAsLong(text));
        boolean measured = plan.measured().test(text);
        flight.sentAt.setRelease(sequence & (IN_FLIGHT - 1), measured ? now : NOW);
        flight.sent++;
        int sender = senders.of(number);
        if (measured && textedAt.getOpaque(sender) == NOW) {
            textedAt.setRelease(sender, now);
        }
    }

    private static Flight flight(Link link) {
        if (link.attachment() instanceof Flight flight) {
            return flight;
        }
        Flight fresh = new Flight();
        link.attach(fresh);
        return fresh;
    }

    @Override
    public boolean ticks() {
        return plan.perSecond() > 0;
    }

    @Override
    public void beforeLeaving() {
        // Nothing is recorded.
    }

    @Override
    public void acknowledged(Link link, int sequence, int status, long now) {
        Flight flight = flight(link);
        long sentAt = flight.sentAt.getAcquire(sequence & (IN_FLIGHT - 1));
        if (sentAt != NOW) {
            ackLatency.record(now - sentAt);
        }
        if (status != Wire.OK) {
            refused.incrementAndGet();
        }
        flight.answered.incrementAndGet();
        lastAckAt = now;
        if (acked.incrementAndGet() == plan.texts()) {
            allAnswered.countDown();
        }
    }

    @Override
    public void submitted(Link link, Submission submission, long now) {
        if (link.willAnswer()) {
            link.answer(submission.sequence(), Wire.OK, Long.toString(messageIds.incrementAndGet()));
        }
        replies.incrementAndGet();
        lastReplyAt = now;
        int sender = senders.of(submission.to());
        long since = sender < 0 ? NOW : textedAt.getAcquire(sender);
        if (since == NOW) {
            unpaired.incrementAndGet();
        } else {
            textedAt.setRelease(sender, NOW);
            replyLatency.record(now - since);
        }
    }

    @Override
    public void lost(Link link, String why) {
        // What was in flight stays unanswered, and shows in the result.
    }
}
