package org.esquive.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.esquive.channel.Channel;
import org.esquive.ledger.Express;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Owed;
import org.esquive.ledger.Settlement;
import org.esquive.message.LineId;

/// Sends the replies that are due, each at most once.
///
/// It claims no more than the channel takes at once, so that a crash leaves few replies UNKNOWN. A reply that
/// comes back with proof that it was not sent pauses the whole channel and keeps its place; after
/// [Lane#TRIES_IN_PLACE] tries it goes behind the others; it is tried until it expires. Any other outcome is
/// final. A dispatcher that is lost between claim and settlement leaves SENDING, which the next [#start(Set)]
/// turns into UNKNOWN.
///
/// Either call [#turn(LineId)] again and again from one thread, as a rehearsal does under its own clock; or
/// [#start(Set)], which does the same on its own threads, many sendings at once.
public final class Dispatcher implements Express, AutoCloseable {
    /// How long [#close()] waits for what is on its way.
    public static final Duration GRACE = Duration.ofSeconds(10);

    private static final int MOST_CLAIMED = 1024;

    /// A channel with room for so many has it for those who wait, too, so that a new reply may leave beside them.
    /// Without this, a burst that made some wait would make all wait behind them for as long as it lasts.
    private static final int PLENTY = 256;
    private static final Duration WITHOUT_CHANNEL = Duration.ofSeconds(30);
    private static final Duration AFTER_EMPTY_CLAIM = Duration.ofMillis(20);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final InstantSource clock;
    private final Duration grace;
    private final Lanes lanes;
    private final Map<LineId, LineLoop> loops = new ConcurrentHashMap<>();
    private final List<Settler.Done> unsettled = new ArrayList<>();
    private final Settler settler;
    private final Others others;
    private volatile Predicate<LineId> open = _ -> true;
    private final ExecutorService sendings = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService loopThreads = Executors.newVirtualThreadPerTaskExecutor();

    /// No virtual thread: those wait behind a flood of requests.
    private final ExecutorService settlerThread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("settler").daemon().factory());

    /// @param channels the channel of a line now; asked each time, so that a change of settings takes effect
    public Dispatcher(Ledger ledger, Function<LineId, Optional<Channel>> channels, InstantSource clock) {
        this(ledger, channels, clock, GRACE);
    }

    Dispatcher(Ledger ledger, Function<LineId, Optional<Channel>> channels, InstantSource clock, Duration grace) {
        this.ledger = ledger;
        this.lanes = new Lanes(channels, clock);
        this.clock = clock;
        this.grace = grace;
        this.settler = new Settler(ledger);
        this.others = new Others(ledger, lanes, this::idleLines, this::wake, clock);
    }

    /// Has replies wait while their line may not send, as on a line that its keeper muted: they leave when it may
    /// again,
    /// unless they expire. Asked before each claim; whoever changes the answer should [#wake(LineId)] the line.
    public void sendOnlyFor(Predicate<LineId> open) {
        this.open = open;
    }

    /// Sends what is due on a line and may leave now, in order, and returns once it is settled.
    ///
    /// @return how many replies were given to the channel or came back from it; 0 if there is nothing to do now
    /// @throws org.esquive.ledger.LedgerUnavailable if the ledger cannot be used; nothing is sent until it can,
    /// and
    ///     what was sent is written down first
    public synchronized int turn(LineId line) {
        settleTheRest();
        Optional<Lane> found = lanes.of(line);
        if (found.isEmpty() || !found.get().canSend() || !open.test(line) || !isDue(line, clock.instant())) {
            return 0;
        }
        Lane lane = found.get();
        List<Owed> claimed = claim(line, lane);
        for (Owed owed : claimed) {
            unsettled.add(new Settler.Done(lane.send(owed), lane));
        }
        settleTheRest();
        return claimed.size();
    }

    /// Begins to send, on its own threads. What an earlier run left SENDING becomes UNKNOWN first.
    ///
    /// @return how many that were
    /// @throws org.esquive.ledger.LedgerUnavailable if the ledger cannot be used; nothing was started
    public int start(Set<LineId> lines) {
        int abandoned = ledger.abandonSending(clock.instant());
        settlerThread.execute(settler);
        serve(lines);
        if (ledger.nodes().areSeveral()) {
            others.start();
        }
        return abandoned;
    }

    /// Sends for these lines from now on, and for no others.
    public synchronized void serve(Set<LineId> lines) {
        loops.entrySet().removeIf(entry -> {
            boolean gone = !lines.contains(entry.getKey());
            if (gone) {
                entry.getValue().stop();
                lanes.forget(entry.getKey());
            }
            return gone;
        });
        lines.forEach(line -> loops.computeIfAbsent(line, this::newLoop));
    }

    /// Says that a reply of a line may be due earlier than was known. Returns at once.
    public void wake(LineId line) {
        LineLoop loop = loops.get(line);
        if (loop != null) {
            loop.wake();
        }
    }

    @Override
    public boolean take(LineId line) {
        LineLoop loop = loops.get(line);
        Optional<Lane> lane = loop == null ? Optional.empty() : lanes.of(line);
        if (loop == null || lane.isEmpty() || !lane.get().canSend()) {
            return false;
        }
        Pacer pacer = lane.get().pacer();
        Instant now = clock.instant();
        return (loop.isIdle() || pacer.hasRoomFor(PLENTY, now)) && pacer.take(1, now) == 1;
    }

    @Override
    public void giveBack(LineId line, int unused) {
        lanes.of(line).ifPresent(lane -> lane.pacer().giveBack(unused));
    }

    /// A line whose channel went since the leave was taken has nothing that could send: as nothing was sent, its
    /// reply waits for the next channel.
    @Override
    public void send(List<Owed> leaving) {
        for (Owed owed : leaving) {
            lanes.of(owed.outbound().line()).ifPresentOrElse(lane -> send(owed, lane), () -> defer(owed));
        }
    }

    /// Why replies are not sent, if that is so: one sentence for a keeper.
    public Optional<String> trouble() {
        Stream<String> ofLines = loops.values().stream().flatMap(loop -> loop.trouble().stream());
        return Stream.concat(settler.trouble().stream(), ofLines).findFirst();
    }

    /// Claims no more, waits up to [#GRACE] for what is on its way, then gives it up as unknown.
    @Override
    public void close() {
        others.close();
        loops.values().forEach(LineLoop::stop);
        loopThreads.shutdown();
        boolean finished = await(loopThreads, LAST_WORDS);
        sendings.shutdown();
        if (!await(sendings, grace) || !finished) {
            loopThreads.shutdownNow();
            sendings.shutdownNow();
            await(sendings, LAST_WORDS);
        }
        settler.stopWhenEmpty();
        settlerThread.shutdown();
        if (!await(settlerThread, LAST_WORDS)) {
            settlerThread.shutdownNow();
        }
    }

    private void send(Owed owed, Lane lane) {
        lane.send(owed, sendings, settlement -> settler.add(new Settler.Done(settlement, lane)));
    }

    private LineLoop newLoop(LineId line) {
        LineLoop loop = new LineLoop(self -> round(line, self), clock);
        loopThreads.execute(loop);
        return loop;
    }

    /// A window that is full answers before the ledger is asked.
    private LineLoop.Round round(LineId line, LineLoop loop) {
        Instant now = clock.instant();
        Optional<Lane> lane = lanes.of(line);
        if (lane.isPresent() && lane.get().pacer().callsWhenFree(loop.waker())) {
            return LineLoop.Round.fine(Instant.MAX);
        }
        Optional<Instant> due = ledger.nextDue(line);
        boolean held = !open.test(line);
        boolean idle = held || due.isEmpty() || due.get().isAfter(now);
        loop.idle(idle);
        if (idle) {
            return LineLoop.Round.fine(held ? Instant.MAX : due.orElse(Instant.MAX));
        }
        if (lane.isEmpty()) {
            String why = "Line " + line + " has no channel: name one in its settings.";
            return new LineLoop.Round(now.plus(WITHOUT_CHANNEL), Optional.of(why));
        }
        if (!lane.get().canSend()) {
            loop.idle(true);
            return LineLoop.Round.fine(Instant.MAX);
        }
        return LineLoop.Round.fine(sendSome(line, lane.get(), loop));
    }

    private Instant sendSome(LineId line, Lane lane, LineLoop loop) {
        List<Owed> claimed = claim(line, lane);
        claimed.forEach(owed -> send(owed, lane));
        Instant now = clock.instant();
        if (!claimed.isEmpty()) {
            return now;
        }
        Instant opens = lane.pacer().opensAt(now);
        if (opens.isAfter(now)) {
            return opens;
        }
        return lane.pacer().callsWhenFree(loop.waker()) ? Instant.MAX : now.plus(AFTER_EMPTY_CLAIM);
    }

    private List<Owed> claim(LineId line, Lane lane) {
        Instant now = clock.instant();
        int leave = lane.pacer().take(MOST_CLAIMED, now);
        if (leave == 0) {
            return List.of();
        }
        int used = 0;
        try {
            List<Owed> claimed = ledger.claim(line, now, leave);
            used = claimed.size();
            return claimed;
        } finally {
            lane.pacer().giveBack(leave - used);
        }
    }

    private Set<LineId> idleLines() {
        Set<LineId> idle = new HashSet<>();
        loops.forEach((line, loop) -> {
            if (loop.isIdle()
                    && open.test(line)
                    && lanes.of(line).filter(Lane::canSend).isPresent()) {
                idle.add(line);
            }
        });
        return idle;
    }

    private boolean isDue(LineId line, Instant now) {
        return ledger.nextDue(line).map(due -> !due.isAfter(now)).orElse(false);
    }

    private void settleTheRest() {
        if (!unsettled.isEmpty()) {
            ledger.settle(unsettled.stream().map(Settler.Done::settlement).toList());
            unsettled.forEach(done -> done.lane().pacer().release(1));
            unsettled.clear();
        }
    }

    private void defer(Owed owed) {
        Settlement.Result again = new Settlement.Result.Deferred(owed.dueAt());
        ledger.settle(List.of(new Settlement(owed, again, clock.instant())));
    }

    private static boolean await(ExecutorService threads, Duration patience) {
        try {
            return threads.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
