package org.esquive.channel.smpp;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.esquive.channel.Berths;
import org.esquive.channel.Health;
import org.esquive.channel.Listener;
import org.esquive.channel.Pace;
import org.esquive.channel.Pipelined;
import org.esquive.channel.SendResult;
import org.esquive.channel.Share;
import org.esquive.channel.smpp.SmppOptions.Kind;
import org.esquive.channel.smpp.pdu.Address;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.Line;

/// A carrier, through one or more binds. Texts come in by the [Inbox]; replies leave by whichever bind is next in
/// turn.
public final class SmppChannel implements Pipelined {
    /// How long what is on its way may take when the channel closes.
    static final Duration DRAIN = Duration.ofSeconds(10);

    private final SmppOptions options;
    private final Inbox inbox;
    private final Pieces pieces;
    private final Berths berths;
    private final List<Link> links;
    private final List<Link> senders;
    private final AtomicInteger turn = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    SmppChannel(SmppOptions options, List<Line> lines, Listener listener, InstantSource clock) {
        this.options = options;
        this.inbox = new Inbox(options, lines, listener, clock);
        this.pieces = new Pieces(options.alphabet(), options.sending().longText());
        List<Pdu.Mode> modes = options.binds().modes();
        this.berths = listener.berths(options.channel(), modes.size());
        this.links = links(modes, new Sending.Surroundings(options, listener, clock), listener);
        this.senders = links.stream().filter(Link::isForSending).toList();
    }

    private List<Link> links(List<Pdu.Mode> modes, Sending.Surroundings around, Listener listener) {
        List<Link> all = new ArrayList<>();
        Consumer<Session> broken = session -> {
            inbox.linkBroke(session.assurance());
            listener.linkBroke();
        };
        for (Pdu.Mode mode : modes) {
            String name = "smpp-" + options.channel() + "-" + (all.size() + 1);
            Link.Plan plan = new Link.Plan(name, all.size(), mode, bound -> new Session(bound, inbox, around), broken);
            all.add(new Link(plan, berths, options));
        }
        return List.copyOf(all);
    }

    void start() {
        links.forEach(Link::start);
        Thread _ = Thread.ofPlatform()
                .daemon()
                .name("smpp-" + options.channel() + "-clock")
                .start(this::tick);
    }

    @Override
    public void send(Outbound outbound, Consumer<SendResult> result) {
        List<Piece> text = pieces.of(outbound.text());
        if (text.isEmpty()) {
            result.accept(new SendResult.Refused("the text is longer than 255 segments"));
        } else if (!submit(new Submission(outbound, way(outbound), text, result))) {
            result.accept(Verdicts.NO_LINK);
        }
    }

    @Override
    public SendResult send(Outbound outbound) throws InterruptedException {
        CompletableFuture<SendResult> result = new CompletableFuture<>();
        send(outbound, result::complete);
        try {
            return result.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Pace pace() {
        return options.pace();
    }

    /// Where links are shared: only through those that are here.
    @Override
    public boolean canSend() {
        return !berths.areShared() || senders.stream().anyMatch(Link::isBound);
    }

    /// The pace goes with the links.
    @Override
    public Share share(int nodes) {
        return new Share((int) senders.stream().filter(Link::isBound).count(), senders.size());
    }

    /// Up while texts can pass both ways; what is wrong with a single bind, or with some texts, is said all the
    /// same.
    @Override
    public Health health() {
        List<Link> here = links.stream().filter(link -> !link.isElsewhere()).toList();
        return here.isEmpty() ? links.getFirst().health() : health(here);
    }

    private static boolean passes(List<Link> links, Predicate<Link> way) {
        List<Link> ofWay = links.stream().filter(way).toList();
        return ofWay.isEmpty() || ofWay.stream().anyMatch(link -> link.health().state() == Health.State.UP);
    }

    private Health health(List<Link> here) {
        Health worst = here.stream()
                .map(Link::health)
                .max(Comparator.comparingInt(SmppChannel::gravity))
                .orElse(Health.UP);
        if (!passes(here, Link::isForSending) || !passes(here, Link::isForReceiving)) {
            return worst;
        }
        String cause = worst.cause().isEmpty() ? inbox.trouble().orElse("") : worst.cause();
        return new Health(Health.State.UP, cause);
    }

    /// How many receipts could not be read since the channel was opened.
    public long unreadableReceipts() {
        return inbox.unreadableReceipts();
    }

    @Override
    public void close() {
        links.forEach(Link::leave);
        long deadline = System.nanoTime() + DRAIN.toNanos();
        try {
            for (Link link : links) {
                link.awaitLeft(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            links.forEach(Link::abort);
        } finally {
            closed.countDown();
            berths.close();
        }
    }

    /// Hands a reply to the bind whose turn it is, or to the next that is up.
    private boolean submit(Submission submission) {
        int first = turn.getAndIncrement() & Integer.MAX_VALUE;
        for (int i = 0; i < senders.size(); i++) {
            if (senders.get((first + i) % senders.size()).submit(submission)) {
                return true;
            }
        }
        return false;
    }

    private Submission.Way way(Outbound outbound) {
        return new Submission.Way(
                address(outbound.from(), options.sending().source()),
                address(outbound.to(), options.sending().destination()),
                options.sending().receipts() ? 1 : 0);
    }

    private void tick() {
        try {
            while (!closed.await(options.timing().tick().toMillis(), TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                links.forEach(link -> link.tick(now));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int gravity(Health health) {
        return switch (health.state()) {
            case UP, ELSEWHERE -> 0;
            case UNKNOWN -> 1;
            case DOWN -> 2;
        };
    }

    private static Address address(PhoneNumber number, Kind kind) {
        return new Address(kind.ton(), kind.npi(), number.e164().substring(1));
    }
}
