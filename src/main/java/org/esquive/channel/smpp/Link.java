package org.esquive.channel.smpp;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.esquive.channel.Berths;
import org.esquive.channel.Health;
import org.esquive.channel.smpp.pdu.Pdu;
import org.jspecify.annotations.Nullable;

/// Keeps one bind up: binds, serves the session until it ends, and binds again, ever more patiently. Each trouble
/// is logged once, and shown as long as it lasts.
final class Link {
    private static final Logger LOG = System.getLogger(Link.class.getName());

    /// Name look-up, connection, TLS and bind together take no longer than so many of their deadlines.
    private static final int STAGES = 4;

    /// How long what is on its way may take once another node is to hold the link.
    private static final Duration WITHDRAWAL = Duration.ofSeconds(3);

    /// Where links are shared: so many binds in a row that did not come about are reason enough to let others try.
    private static final int FAILURES_HERE = 3;

    /// How often it is asked whether the link is this node's now.
    private static final Duration BERTH_BEAT = Duration.ofMillis(250);

    private final String name;
    private final int berth;
    private final Berths berths;
    private final Pdu.Mode mode;
    private final Dialer dialer;
    private final Function<Bound, Session> opening;
    private final Consumer<Session> broken;
    private final Backoff backoff;
    private final long longestDialling;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Health health = new Health(Health.State.UNKNOWN, "The first bind is on its way.");
    private volatile @Nullable Session session;
    private volatile @Nullable Dialling dialling;
    private volatile boolean withdrawing;
    private int failures;
    private String logged = "";

    /// A connection on its way to a bind.
    private record Dialling(Socket socket, long since) {}

    /// What a link is made for.
    ///
    /// @param name for logs and threads
    /// @param berth which of the channel's it is, from 0
    /// @param opening makes a session of an accepted bind
    /// @param broken is called when a session ended, before there is another
    record Plan(String name, int berth, Pdu.Mode mode, Function<Bound, Session> opening, Consumer<Session> broken) {}

    Link(Plan plan, Berths berths, SmppOptions options) {
        this.name = plan.name();
        this.berth = plan.berth();
        this.berths = berths;
        this.mode = plan.mode();
        this.opening = plan.opening();
        this.broken = plan.broken();
        this.dialer = new Dialer(options);
        this.backoff = new Backoff(
                options.timing().retry(), () -> ThreadLocalRandom.current().nextDouble());
        this.longestDialling = options.timing().connect().toNanos() * STAGES;
    }

    /// Begins, on a thread of its own.
    void start() {
        Thread _ = Thread.ofPlatform().daemon().name(name + "-reader").start(this::run);
    }

    /// Whether replies can leave through it.
    boolean isForSending() {
        return mode != Pdu.Mode.RECEIVER;
    }

    /// Whether texts can come in through it.
    boolean isForReceiving() {
        return mode != Pdu.Mode.TRANSMITTER;
    }

    Health health() {
        return health;
    }

    /// Whether it is bound here.
    boolean isBound() {
        return session != null;
    }

    /// Whether another node holds it.
    boolean isElsewhere() {
        return session == null && !berths.holds(berth);
    }

    /// Takes a reply.
    ///
    /// @return false if there is no session; nothing happened then
    boolean submit(Submission submission) {
        Session current = session;
        return current != null && current.submit(submission);
    }

    /// Looks at all deadlines; always from one thread.
    void tick(long now) {
        Session current = session;
        Dialling connection = dialling;
        if (current != null) {
            current.tick(now);
            withdrawIfLost(current);
        } else if (connection != null && now - connection.since() > longestDialling) {
            Bound.hangUp(connection.socket());
        }
    }

    /// Unbinds once another node is to hold the link: what is on its way gets its answers first, for a moment.
    private void withdrawIfLost(Session current) {
        if (!withdrawing && !berths.holds(berth)) {
            withdrawing = true;
            current.leave();
            Thread _ = Thread.ofVirtual().name(name + "-withdrawal").start(() -> withdraw(current));
        }
    }

    private void withdraw(Session current) {
        try {
            current.awaitLeft(WITHDRAWAL);
        } catch (InterruptedException hurry) {
            current.abort("another node holds the link");
        }
    }

    /// Begins to end: takes no more.
    void leave() {
        closed.countDown();
        Session current = session;
        if (current != null) {
            current.leave();
        }
    }

    /// Ends.
    ///
    /// @param longest how long what is on its way may take
    void awaitLeft(Duration longest) throws InterruptedException {
        Session current = session;
        Dialling connection = dialling;
        if (current != null) {
            current.awaitLeft(longest);
        } else if (connection != null) {
            Bound.hangUp(connection.socket());
        }
    }

    /// Ends at once.
    void abort() {
        Session current = session;
        if (current != null) {
            current.abort("the channel was closed");
        }
    }

    private void run() {
        try {
            Duration wait = Duration.ZERO;
            while (!closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                wait = once();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return how long to wait before the next time
    private Duration once() {
        if (!berths.holds(berth)) {
            elsewhere();
            return BERTH_BEAT;
        }
        try {
            return serve(dialer.dial(mode, socket -> dialling = new Dialling(socket, System.nanoTime())));
        } catch (NotBound failure) {
            down(failure.sentence());
            letOthersTry(failure.why());
            return backoff.after(failure.why());
        } catch (RuntimeException bug) {
            down("The link failed with " + bug.getClass().getSimpleName() + "; it is tried again. Please report this.");
            return backoff.after(NotBound.Why.TROUBLE);
        } finally {
            dialling = null;
        }
    }

    /// A carrier that refuses who we are refuses every node.
    private void letOthersTry(NotBound.Why why) {
        failures = why == NotBound.Why.TROUBLE ? failures + 1 : 0;
        if (failures >= FAILURES_HERE) {
            failures = 0;
            berths.pass(berth);
        }
    }

    private Duration serve(Bound bound) {
        long began = System.nanoTime();
        Session current = opening.apply(bound);
        session = current;
        failures = 0;
        if (closed.getCount() == 0) {
            current.abort("the channel was closed");
        }
        up();
        try {
            String why = current.run(name);
            if (!withdrawing) {
                down("The last session ended: " + why + "; the next bind follows within a minute.");
            }
        } finally {
            session = null;
            broken.accept(current);
        }
        if (withdrawing) {
            withdrawing = false;
            berths.leave(berth);
            return BERTH_BEAT;
        }
        return backoff.afterSession(Duration.ofNanos(System.nanoTime() - began));
    }

    /// Nothing to alarm about: whoever holds it says how it is.
    private void elsewhere() {
        berths.leave(berth);
        OptionalInt holder = berths.holder(berth);
        health = new Health(
                Health.State.ELSEWHERE,
                holder.isPresent() ? "Node " + holder.getAsInt() + " holds the link." : "No node holds the link yet.");
    }

    private void up() {
        health = Health.UP;
        logged = "";
        LOG.log(Level.INFO, "event=smpp-bound link={0}", name);
    }

    private void down(String sentence) {
        health = new Health(Health.State.DOWN, sentence);
        if (closed.getCount() > 0 && !sentence.equals(logged)) {
            logged = sentence;
            LOG.log(Level.WARNING, "event=smpp-down link={0} cause=\"{1}\"", name, sentence);
        }
    }
}
