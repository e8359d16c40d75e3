package org.esquive.channel.loopback;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.esquive.channel.Channel;
import org.esquive.channel.Health;
import org.esquive.channel.Listener;
import org.esquive.channel.Listener.Taken;
import org.esquive.channel.Pace;
import org.esquive.channel.SendResult;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.Outbound;
import org.esquive.message.Receipt;
import org.esquive.message.Sender;
import org.esquive.settings.Line;

/// Imagined phones around a line. A text typed into one goes the whole way through the core; the answer comes
/// back as a bubble, and a receipt for it goes to the core as a network would send one.
public final class LoopbackChannel implements Channel {
    /// How long [#text(String, String)] waits for the commit.
    public static final Duration COMMIT_DEADLINE = Duration.ofSeconds(10);

    /// The longest text a phone can type; longer ones are cut.
    public static final int LONGEST_TEXT = 1_600;

    /// How many may watch at once.
    public static final int MOST_WATCHERS = 100;

    private static final int MOST_RECEIPTS_WAITING = 10_000;

    private final LoopbackOptions options;
    private final List<Line> lines;
    private final Listener listener;
    private final InstantSource clock;
    private final Consumer<LoopbackChannel> onClose;
    private final Threads threads = new Threads();
    private final List<Consumer<Bubble>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Semaphore receiptsWaiting = new Semaphore(MOST_RECEIPTS_WAITING);
    private final ExecutorService receipts = Executors.newVirtualThreadPerTaskExecutor();
    private final Crowd crowd = new Crowd(this, Crowd.LASTS.dividedBy(Crowd.TEXTS), new Random());

    LoopbackChannel(
            LoopbackOptions options,
            List<Line> lines,
            Listener listener,
            InstantSource clock,
            Consumer<LoopbackChannel> onClose) {
        this.options = options;
        this.lines = List.copyOf(lines);
        this.listener = listener;
        this.clock = clock;
        this.onClose = onClose;
    }

    /// The lines that can be texted, at least one.
    public List<Line> lines() {
        return lines;
    }

    /// Texts the first line, see [#text(LineId, String, String)].
    public Taken text(String from, String text) throws InterruptedException {
        return text(lines.getFirst().id(), from, text);
    }

    /// Texts a line and waits until the text is on disk.
    ///
    /// @param from the phone's number, in any form a network might show it
    /// @return whether it was taken; [Taken#LATER] too if the core did not answer within [#COMMIT_DEADLINE]
    /// @throws IllegalArgumentException if there is no such line here
    public Taken text(LineId to, String from, String text) throws InterruptedException {
        Line line = line(to);
        Sender sender = Phones.sender(from, line.country());
        String words = cut(text, LONGEST_TEXT);
        Bubble bubble = show(new Bubble(
                lastId.incrementAndGet(),
                to,
                sender.key(),
                Bubble.Direction.WRITTEN,
                words,
                clock.instant(),
                Bubble.State.SENDING));
        Taken taken = handOver(new Inbound(
                to, sender, Inbound.Kind.TEXT, words, Optional.of(bubble.at()), new Inbound.Identity.None()));
        show(bubble.in(taken == Taken.COMMITTED ? Bubble.State.SENT : Bubble.State.NOT_TAKEN));
        return taken;
    }

    /// What is on the screen of a phone, oldest first; at most the last 200 bubbles.
    ///
    /// @param from the phone's number in any form, or a [Bubble#phone()]
    public List<Bubble> thread(String from) {
        List<Bubble> asGiven = threads.of(from);
        if (!asGiven.isEmpty()) {
            return asGiven;
        }
        Sender sender = Phones.sender(from, lines.getFirst().country());
        return threads.of(sender.key());
    }

    /// The phones that have a thread, the one used last first; at most 1,000.
    public List<String> phones() {
        return threads.phones();
    }

    /// A flood of imagined people.
    Crowd crowd() {
        return crowd;
    }

    /// Calls back for each new or changed bubble, until closed. A watcher is called by whoever sends, so it must
    /// not block; one that throws is forgotten.
    ///
    /// @throws IllegalStateException if [#MOST_WATCHERS] watch already
    public AutoCloseable watch(Consumer<Bubble> watcher) {
        synchronized (watchers) {
            if (watchers.size() >= MOST_WATCHERS) {
                throw new IllegalStateException("too many watch already: close a page and try again");
            }
            watchers.add(watcher);
        }
        return () -> watchers.remove(watcher);
    }

    @Override
    public SendResult send(Outbound outbound) {
        Bubble bubble = show(new Bubble(
                lastId.incrementAndGet(),
                outbound.line(),
                outbound.to().e164(),
                Bubble.Direction.RECEIVED,
                outbound.text(),
                clock.instant(),
                Bubble.State.SENT));
        crowd.answered(bubble.phone());
        if (options.receipts()) {
            promiseReceipt(outbound, bubble);
        }
        return new SendResult.Accepted(Optional.of(outbound.reference()));
    }

    @Override
    public Pace pace() {
        return options.pace();
    }

    @Override
    public Health health() {
        return Health.UP;
    }

    @Override
    public void close() {
        crowd.close();
        receipts.shutdownNow();
        watchers.clear();
        onClose.accept(this);
    }

    private Line line(LineId id) {
        return lines.stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line " + id + " on this channel"));
    }

    private Taken handOver(Inbound inbound) throws InterruptedException {
        CompletableFuture<Taken> answer = new CompletableFuture<>();
        listener.received(inbound, answer::complete);
        try {
            return answer.get(COMMIT_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException noAnswer) {
            return Taken.LATER;
        }
    }

    /// Beyond the bound, or while closing, an answer stays without a receipt, as networks do it too.
    private void promiseReceipt(Outbound outbound, Bubble bubble) {
        if (!receiptsWaiting.tryAcquire()) {
            return;
        }
        try {
            receipts.execute(() -> {
                try {
                    Thread.sleep(options.receiptAfter());
                    sendReceipt(outbound, bubble);
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                } finally {
                    receiptsWaiting.release();
                }
            });
        } catch (RejectedExecutionException closed) {
            receiptsWaiting.release();
        }
    }

    private void sendReceipt(Outbound outbound, Bubble bubble) {
        Receipt receipt = new Receipt(
                outbound.line(), new Receipt.Match.ByReply(outbound.id()), Receipt.State.DELIVERED, clock.instant());
        listener.received(receipt, taken -> {
            if (taken == Taken.COMMITTED) {
                show(bubble.in(Bubble.State.DELIVERED));
            }
        });
    }

    private Bubble show(Bubble bubble) {
        threads.put(bubble);
        watchers.removeIf(watcher -> !isShown(bubble, watcher));
        return bubble;
    }

    private static boolean isShown(Bubble bubble, Consumer<Bubble> watcher) {
        try {
            watcher.accept(bubble);
            return true;
        } catch (RuntimeException broken) {
            return false;
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
