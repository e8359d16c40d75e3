package org.esquive.channel.smpp;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.esquive.channel.Health;
import org.esquive.channel.smpp.pdu.Pdu;
import org.jspecify.annotations.Nullable;

/// Keeps one bind up: binds, serves the session until it ends, and binds again, ever more patiently. Each trouble
/// is logged once, and shown as long as it lasts.
final class Link {
    private static final Logger LOG = System.getLogger(Link.class.getName());

    /// Name look-up, connection, TLS and bind together take no longer than so many of their deadlines.
    private static final int STAGES = 4;

    private final String name;
    private final Pdu.Mode mode;
    private final Dialer dialer;
    private final Function<Bound, Session> opening;
    private final Runnable broken;
    private final Backoff backoff;
    private final long longestDialling;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Health health = new Health(Health.State.UNKNOWN, "The first bind is on its way.");
    private volatile @Nullable Session session;
    private volatile @Nullable Dialling dialling;
    private String logged = "";

    /// A connection on its way to a bind.
    private record Dialling(Socket socket, long since) {}

    /// What a link is made for.
    ///
    /// @param name for logs and threads
    /// @param opening makes a session of an accepted bind
    /// @param broken is called when a session ended, before there is another
    record Plan(String name, Pdu.Mode mode, Function<Bound, Session> opening, Runnable broken) {}

    Link(Plan plan, SmppOptions options) {
        this.name = plan.name();
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
        } else if (connection != null && now - connection.since() > longestDialling) {
            Bound.hangUp(connection.socket());
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
        try {
            return serve(dialer.dial(mode, socket -> dialling = new Dialling(socket, System.nanoTime())));
        } catch (NotBound failure) {
            down(failure.sentence());
            return backoff.after(failure.why());
        } catch (RuntimeException bug) {
            down("The link failed with " + bug.getClass().getSimpleName() + "; it is tried again. Please report this.");
            return backoff.after(NotBound.Why.TROUBLE);
        } finally {
            dialling = null;
        }
    }

    private Duration serve(Bound bound) {
        long began = System.nanoTime();
        Session current = opening.apply(bound);
        session = current;
        if (closed.getCount() == 0) {
            current.abort("the channel was closed");
        }
        up();
        try {
            String why = current.run(name);
            down("The last session ended: " + why + "; the next bind follows within a minute.");
        } finally {
            session = null;
            broken.run();
        }
        return backoff.afterSession(Duration.ofNanos(System.nanoTime() - began));
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
