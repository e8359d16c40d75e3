package org.esquive.ledger.postgres;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Nodes;

/// The nodes of a database. Each has a row and says every second that it is there; in the same breath it strives for
/// the duties it wants, and looks at the others.
///
/// A node is gone if it said nothing while this one spoke five times: so a database that was away for a minute makes
/// nobody gone. What it had on its way is given up then, by whoever notices; a duty is free five seconds after it was
/// renewed last. Nothing depends on being right: a node that was only stopped for a while finds its replies given up,
/// and sends none of them again.
final class PostgresNodes implements Nodes, AutoCloseable {
    private static final Logger LOG = System.getLogger(PostgresNodes.class.getName());

    private static final Duration BEAT = Duration.ofSeconds(1);

    /// Beats of this node without a word of another one, after which that one is gone.
    private static final int SILENT_BEATS = 5;

    /// How long a duty is surely held, from before it was asked for: less than the database keeps it for.
    private static final long SURELY_HELD = Duration.ofSeconds(4).toNanos();

    private final PostgresDatabase database;
    private final NodeTable.Key self;
    private final ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("node").daemon().factory());

    /// Until when each duty is surely held, by [System#nanoTime]; empty while it is striven for.
    private final Map<String, Hold> duties = new ConcurrentHashMap<>();

    private final Map<Integer, Silence> silences = new HashMap<>();
    private final AtomicLong brokeAt = new AtomicLong();
    private volatile List<NodeTable.Row> rows = List.of();
    private volatile IntConsumer whenGone = _ -> {};
    private volatile Runnable whenDisplaced = () -> {};

    /// A duty that is wanted.
    ///
    /// @param held whether it is held
    /// @param until when that is no longer sure
    private record Hold(boolean held, long until) {
        static final Hold NOT_YET = new Hold(false, 0);

        boolean isSure() {
            return held && System.nanoTime() - until < 0;
        }
    }

    /// How long another node said nothing.
    private record Silence(NodeTable.Key node, Instant seenAt, int beats) {
        Silence in(int spoken) {
            return new Silence(node, seenAt, spoken);
        }
    }

    /// Whether other nodes, or earlier runs, were there when this one came.
    private final boolean notTheFirst;

    private final long cameAt = System.nanoTime();

    private PostgresNodes(PostgresDatabase database, NodeTable.Key self, boolean notTheFirst) {
        this.database = database;
        this.self = self;
        this.notTheFirst = notTheFirst;
    }

    /// Takes a place among the nodes.
    static PostgresNodes enter(PostgresDatabase database, PostgresLedger.Opener who) {
        UUID run = UUID.randomUUID();
        boolean notTheFirst = database.read(NodeTable::isKnownToAnybody);
        Optional<NodeTable.Key> before = who.memory().last().map(last -> new NodeTable.Key(last.number(), last.id()));
        NodeTable.Key self = database.write(sql -> NodeTable.enter(sql, run, who, before));
        who.memory().remember(new Memory.Run(self.number(), self.run()));
        PostgresNodes nodes = new PostgresNodes(database, self, notTheFirst);
        nodes.look();
        return nodes;
    }

    /// Begins to speak.
    ///
    /// @param gone told the number of each node that is gone, before everybody else is
    void begin(IntConsumer gone) {
        whenGone = gone;
        var _ = beating.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onDisplaced(Runnable action) {
        whenDisplaced = action;
    }

    @Override
    public int number() {
        return self.number();
    }

    @Override
    public int count() {
        return Math.max(
                1, (int) rows.stream().filter(row -> row.node().isThere()).count());
    }

    @Override
    public boolean areSeveral() {
        return true;
    }

    @Override
    public boolean holds(String duty) {
        Hold hold = duties.get(duty);
        if (hold == null) {
            duties.putIfAbsent(duty, Hold.NOT_YET);
            beating.execute(this::beat);
            return false;
        }
        return hold.isSure();
    }

    @Override
    public void giveUp(String duty) {
        if (duties.remove(duty) != null && !beating.isShutdown()) {
            beating.execute(() -> unlessUnavailable(() -> {
                int _ = database.write(sql -> NodeTable.giveUp(sql, self, duty));
            }));
        }
    }

    @Override
    public void linkBroke(Instant at) {
        brokeAt.accumulateAndGet(at.toEpochMilli(), Math::max);
        if (!beating.isShutdown()) {
            beating.execute(this::beat);
        }
    }

    @Override
    public List<Node> all() {
        return rows.stream().map(NodeTable.Row::node).toList();
    }

    /// Whether a text may have been taken of late by anybody but this run.
    boolean haveOthersTakenTexts() {
        boolean young = System.nanoTime() - cameAt < Copies.HORIZON.toNanos();
        return count() > 1 || (young && notTheFirst) || othersOfLate();
    }

    private boolean othersOfLate() {
        List<NodeTable.Row> all = rows;
        Instant now = all.stream()
                .map(row -> row.node().seenAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return all.stream()
                .anyMatch(row -> !row.node().isThis() && row.node().seenAt().isAfter(now.minus(Copies.HORIZON)));
    }

    private void beat() {
        unlessUnavailable(() -> {
            if (!speak()) {
                whenDisplaced.run();
                return;
            }
            duties.keySet().forEach(this::strive);
            look();
            rows.forEach(this::listenTo);
        });
    }

    private boolean speak() {
        long broke = brokeAt.get();
        return database.write(sql -> NodeTable.speak(sql, self, broke));
    }

    private void strive(String duty) {
        long asked = System.nanoTime();
        boolean held = database.write(sql -> NodeTable.strive(sql, self, duty));
        Hold now = held ? new Hold(true, asked + SURELY_HELD) : Hold.NOT_YET;
        duties.computeIfPresent(duty, (_, _) -> now);
    }

    private void look() {
        rows = database.read(sql -> NodeTable.look(sql, self));
    }

    private void listenTo(NodeTable.Row other) {
        if (other.node().isThis() || !other.node().isThere()) {
            silences.remove(other.key().number());
            return;
        }
        Silence before = silences.get(other.key().number());
        Silence now = new Silence(other.key(), other.node().seenAt(), 0);
        int beats = before != null && before.in(0).equals(now) ? before.beats() + 1 : 0;
        silences.put(other.key().number(), now.in(beats));
        if (beats >= SILENT_BEATS) {
            LOG.log(Level.WARNING, "event=node-gone node=" + other.key().number());
            whenGone.accept(other.key().number());
            int _ = database.write(sql -> NodeTable.bury(sql, other.key()));
            silences.remove(other.key().number());
        }
    }

    /// What cannot be said now is said with the next beat.
    private static void unlessUnavailable(Runnable words) {
        try {
            words.run();
        } catch (LedgerUnavailable later) {
            // Whoever takes texts or sends replies has told of it.
        }
    }

    /// Says goodbye, so that nobody waits for this node.
    @Override
    public void close() {
        beating.shutdownNow();
        try {
            boolean _ = beating.awaitTermination(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        unlessUnavailable(() -> {
            int _ = database.write(sql -> NodeTable.leave(sql, self));
        });
    }
}
