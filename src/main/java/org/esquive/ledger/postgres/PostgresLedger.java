package org.esquive.ledger.postgres;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Books;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Judge;
import org.esquive.ledger.KeptTexts;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.LongText;
import org.esquive.ledger.Nodes;
import org.esquive.ledger.Office;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.Owed;
import org.esquive.ledger.SettingsArchive;
import org.esquive.ledger.Settlement;
import org.esquive.ledger.sql.Condensing;
import org.esquive.ledger.sql.Forgetting;
import org.esquive.ledger.sql.SqlAlerts;
import org.esquive.ledger.sql.SqlFigures;
import org.esquive.ledger.sql.SqlKept;
import org.esquive.ledger.sql.SqlOffice;
import org.esquive.ledger.sql.SqlSettings;
import org.esquive.message.LineId;
import org.esquive.settings.Keep;
import org.esquive.settings.Line;

/// The ledger of several nodes, in one PostgreSQL database. Every node opens it in the same way.
public final class PostgresLedger implements Ledger {
    private static final int MOST_TRIES = 3;

    /// Storing so many texts takes ten times as long as forcing them to the disk.
    private static final int WORTH_A_COMMIT = 128;

    private static final String STOPPED = "nobody wrote down what became of it before Esquive stopped";
    private static final String GONE = "the node that was sending it is gone";

    private final Pools pools;
    private final PostgresDatabase database;
    private final Keyring keyring;
    private final PostgresNodes nodes;
    private final InstantSource clock;
    private final Memory memory;
    private final Copies copies;
    private final Committing committing;
    private final Claims claims;
    private final Settling settling;
    private final Doubts doubts;
    private final boolean distributed;
    private final Queue<List<Owed>> toGiveBack = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicBoolean closed = new AtomicBoolean();

    /// Who opens it.
    ///
    /// @param name of the machine, for keepers
    /// @param version of the program
    /// @param clock the time of day on this machine
    /// @param memory closed with the ledger
    public record Opener(String name, String version, InstantSource clock, Memory memory) {
        /// A node without a past.
        public Opener(String name, String version, InstantSource clock) {
            this(name, version, clock, Memory.NONE);
        }
    }

    private PostgresLedger(
            Pools pools, PostgresDatabase database, Keyring keyring, PostgresNodes nodes, Opener opener) {
        this.pools = pools;
        this.database = database;
        this.keyring = keyring;
        this.nodes = nodes;
        short node = (short) nodes.number();
        this.clock = opener.clock();
        this.memory = opener.memory();
        this.copies = new Copies(node, clock.instant(), nodes::haveOthersTakenTexts);
        this.committing = new Committing(keyring, copies, node);
        this.claims = new Claims(keyring, node);
        this.settling = new Settling(keyring, node);
        this.doubts = new Doubts(database, settling, copies);
        this.distributed = database.read(Distribution::isDone);
    }

    /// Opens the ledger, brings its schema up to date, and takes a place among its nodes.
    ///
    /// @param keyring made of the instance key that the database was begun with
    /// @throws LedgerUnavailable if it cannot be used, with what to do about it
    public static PostgresLedger open(Access access, Keyring keyring, Opener opener) {
        Pools pools = new Pools(access);
        try {
            PostgresDatabase database = new PostgresDatabase(pools);
            Schema.open(pools, database, keyring);
            PostgresNodes nodes = PostgresNodes.enter(database, opener);
            PostgresLedger ledger = new PostgresLedger(pools, database, keyring, nodes, opener);
            nodes.begin(ledger::takeOver);
            return ledger;
        } catch (RuntimeException failure) {
            pools.close();
            opener.memory().close();
            throw failure;
        }
    }

    /// Opens what commands need, and takes no place among the nodes: it takes no texts and sends nothing, so nobody
    /// has to know of it.
    ///
    /// @param keyring made of the instance key that the database was begun with
    /// @throws LedgerUnavailable if it cannot be used, with what to do about it
    public static Books visit(Access access, Keyring keyring) {
        Pools pools = new Pools(access);
        try {
            PostgresDatabase database = new PostgresDatabase(pools);
            Schema.open(pools, database, keyring);
            return new Visit(database, keyring);
        } catch (RuntimeException failure) {
            pools.close();
            throw failure;
        }
    }

    /// The books alone.
    private record Visit(PostgresDatabase database, Keyring keyring) implements Books {
        @Override
        public SettingsArchive settings() {
            return new SqlSettings(database);
        }

        @Override
        public Office office() {
            return new SqlOffice(database, keyring);
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /// Commits take turns on a node; between nodes the rows of the lines decide.
    @Override
    public List<Outcome> commit(List<Arrival> batch, Judge judge) {
        turn.lock();
        try {
            doubts.settle(atOf(batch.getLast()));
            return committed(batch, judge);
        } finally {
            turn.unlock();
        }
    }

    private List<Outcome> committed(List<Arrival> batch, Judge judge) {
        for (int tries = 1; ; tries++) {
            List<Committing.Done> under = new ArrayList<>(1);
            try {
                return database.tried(sql -> {
                            under.forEach(_ -> judge.again());
                            under.clear();
                            Committing.Done done = committing.in(sql, batch, judge);
                            under.add(done);
                            return done;
                        })
                        .outcomes();
            } catch (CommitUnknown unknown) {
                Committing.Done done = under.getFirst();
                if (doubts.isKept(done.rows())) {
                    return done.outcomes();
                }
                if (tries == MOST_TRIES) {
                    throw Trouble.of(unknown);
                }
                judge.again();
            } catch (SQLException failure) {
                throw Trouble.of(failure);
            }
        }
    }

    /// Whether lines are spread is as it was when the ledger was opened: whoever spreads them stops the nodes before.
    @Override
    public int textsWorthACommit() {
        if (distributed) {
            return 1;
        }
        return nodes.count() > 1 ? WORTH_A_COMMIT : Integer.MAX_VALUE;
    }

    private static Instant atOf(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Text text -> text.at();
            case Arrival.News news -> news.at();
        };
    }

    @Override
    public List<Owed> claim(LineId line, Instant now, int most) {
        giveBack();
        Claims.Claim claim;
        do {
            claim = claimed(line, now, most);
        } while (claim.foundOnlyEnded());
        return claim.owed();
    }

    private Claims.Claim claimed(LineId line, Instant now, int most) {
        List<Owed> under = new ArrayList<>();
        try {
            return database.tried(sql -> {
                under.clear();
                Claims.Claim claim = claims.claim(sql, line, now, most);
                under.addAll(claim.owed());
                return claim;
            });
        } catch (CommitUnknown unknown) {
            toGiveBack.add(under);
            throw Trouble.of(unknown);
        } catch (SQLException failure) {
            throw Trouble.of(failure);
        }
    }

    /// A claim that may be kept although the connection broke: nothing of it was sent, so it is due again.
    private void giveBack() {
        for (List<Owed> claimed = toGiveBack.peek(); claimed != null; claimed = toGiveBack.peek()) {
            List<Owed> replies = claimed;
            int _ = database.write(sql -> claims.giveBack(sql, replies));
            boolean _ = toGiveBack.remove(replies);
        }
    }

    /// What is said twice of a reply is written once: lines that were settled before another one failed stay so.
    @Override
    public void settle(List<Settlement> settlements) {
        for (List<Settlement> part : distributed ? byLine(settlements) : List.of(settlements)) {
            database.write(sql -> {
                settling.settle(sql, part);
                return part;
            });
        }
    }

    private static Collection<List<Settlement>> byLine(List<Settlement> settlements) {
        return settlements.stream()
                .collect(Collectors.groupingBy(
                        settlement -> settlement.reply().outbound().line()))
                .values();
    }

    @Override
    public Optional<Instant> nextDue(LineId line) {
        return database.read(sql -> Claims.nextDue(sql, line));
    }

    @Override
    public Set<LineId> due(Set<LineId> lines, Instant now) {
        return database.read(sql -> Claims.due(sql, lines, now));
    }

    /// What an earlier run under the number of this node left. What other nodes leave is given up when they are gone.
    @Override
    public int abandonSending(Instant now) {
        int all = 0;
        for (LineId line : database.read(settling::linesWithReplies)) {
            all += database.write(sql -> settling.abandonForGood(sql, line, STOPPED, now));
        }
        return all;
    }

    private void takeOver(int number) {
        Settling ofNode = new Settling(keyring, (short) number);
        for (LineId line : database.read(ofNode::linesWithReplies)) {
            int _ = database.write(sql -> ofNode.abandon(sql, line, GONE, clock.instant()));
        }
    }

    @Override
    public int forget(Line of, Instant now) {
        LineId line = of.id();
        Keep keep = of.keep();
        Forgetting forgetting = new Forgetting(line, Forgetting.Known.NOTHING_MORE, database);
        return forgetting.before(now.minus(of.limits().memory()))
                + forgetting.longTextsBefore(now.minus(LongText.REMEMBERED))
                + forgetting.keptBefore(keep.isOn() ? now.minus(keep.span()) : now)
                + database.write(sql -> EarlyReceipts.forget(sql, line, now))
                + new Condensing(line, of.zone(), database).before(now);
    }

    /// Nothing: what an earlier run took is looked up with each commit, like what other nodes took.
    @Override
    public List<Recent> recent(Instant since, int most) {
        return List.of();
    }

    @Override
    public Figures figures() {
        return new SqlFigures(database);
    }

    @Override
    public KeptTexts kept() {
        return new SqlKept(database, keyring);
    }

    @Override
    public AlertBook alerts() {
        return new SqlAlerts(database, keyring);
    }

    @Override
    public SettingsArchive settings() {
        return new SqlSettings(database);
    }

    @Override
    public Office office() {
        return new SqlOffice(database, keyring);
    }

    @Override
    public Nodes nodes() {
        return nodes;
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            nodes.close();
            pools.close();
            memory.close();
        }
    }
}
