package org.esquive.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Batch;
import org.esquive.ledger.ChannelTab;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Judge;
import org.esquive.ledger.KeptTexts;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.LongText;
import org.esquive.ledger.Office;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.Owed;
import org.esquive.ledger.Rows;
import org.esquive.ledger.SenderRow;
import org.esquive.ledger.SettingsArchive;
import org.esquive.ledger.Settlement;
import org.esquive.ledger.sql.Condensing;
import org.esquive.ledger.sql.Forgetting;
import org.esquive.ledger.sql.Pen;
import org.esquive.ledger.sql.RecentTexts;
import org.esquive.ledger.sql.Sql;
import org.esquive.ledger.sql.SqlAlerts;
import org.esquive.ledger.sql.SqlFigures;
import org.esquive.ledger.sql.SqlKept;
import org.esquive.ledger.sql.SqlOffice;
import org.esquive.ledger.sql.SqlSettings;
import org.esquive.ledger.sql.StoredPast;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.policy.ChannelRules;
import org.esquive.settings.Keep;
import org.esquive.settings.Line;

/// The ledger of one machine, in one SQLite file. One process at a time has it open.
public final class SqliteLedger implements Ledger {
    private final Storage storage;
    private final Checkpoints checkpoints;
    private final Writer writer;
    private final Readers readers;
    private final SqliteDatabase database;
    private final Keyring keyring;
    private final EarlyReceipts early = new EarlyReceipts();
    private final SendersByLine senders = new SendersByLine();
    private final Records records = new Records();
    private final Outbox outbox;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqliteLedger(Storage storage, Keyring keyring) {
        this.storage = storage;
        this.keyring = keyring;
        this.checkpoints = new Checkpoints(storage);
        this.writer = new Writer(storage, checkpoints.afterCommit(), this::readAgain);
        this.readers = new Readers(storage);
        this.database = new SqliteDatabase(writer, readers);
        this.outbox = new Outbox(keyring, early, senders, records);
    }

    /// Opens the ledger in a file that stays with whoever opened it, see [#finish()].
    static SqliteLedger on(Storage storage, Keyring keyring) {
        return new SqliteLedger(storage, keyring);
    }

    /// Opens the ledger in a file, or makes a new one there.
    ///
    /// @param file where it is; its folder is made if it is missing
    /// @param keyring made of the instance key that the file was begun with
    /// @throws org.esquive.ledger.LedgerUnavailable if it cannot be used, with what to do about it
    public static SqliteLedger open(Path file, Keyring keyring) {
        return new SqliteLedger(Storage.open(file, Storage.Care.FULL), keyring);
    }

    /// The same for a file that is thrown away afterwards: it does not wait for the disk, and a power cut breaks it.
    public static SqliteLedger openToThrowAway(Path file, Keyring keyring) {
        return new SqliteLedger(Storage.open(file, Storage.Care.OFF), keyring);
    }

    @Override
    public List<Outcome> commit(List<Arrival> batch, Judge judge) {
        return writer.write(sql -> {
            Map<LineId, Set<Fingerprint>> who = sendersIn(batch);
            Map<LineId, Batch> lines = new LinkedHashMap<>();
            Map<String, ChannelTab> channels = new HashMap<>();
            for (Map.Entry<LineId, Set<Fingerprint>> line : who.entrySet()) {
                lines.put(line.getKey(), begin(line.getKey(), line.getValue(), sql, new Commit(judge, channels)));
            }
            List<Outcome> outcomes = new ArrayList<>(batch.size());
            for (Arrival arrival : batch) {
                outcomes.add(Objects.requireNonNull(lines.get(arrival.line())).take(arrival));
            }
            for (Batch line : lines.values()) {
                write(line.rows(), sql);
            }
            for (ChannelTab channel : channels.values()) {
                if (channel.isChanged()) {
                    records.set(channel.home(), channel.channel(), channel.spending(), sql);
                }
            }
            return outcomes;
        });
    }

    private static Map<LineId, Set<Fingerprint>> sendersIn(List<Arrival> batch) {
        Map<LineId, Set<Fingerprint>> senders = new LinkedHashMap<>();
        for (Arrival arrival : batch) {
            Set<Fingerprint> ofLine = senders.computeIfAbsent(arrival.line(), _ -> new LinkedHashSet<>());
            if (arrival instanceof Arrival.Text text) {
                ofLine.add(text.sender());
            }
        }
        return senders;
    }

    /// What the lines of a commit share.
    private record Commit(Judge judge, Map<String, ChannelTab> channels) {}

    private Batch begin(LineId line, Set<Fingerprint> who, Sql sql, Commit commit) throws SQLException {
        ChannelRules channel = commit.judge().rules(line).channel();
        ChannelTab tab = commit.channels().get(channel.id());
        if (tab == null) {
            tab = new ChannelTab(channel, records.of(channel.home(), channel.id(), sql));
            commit.channels().put(channel.id(), tab);
        }
        Senders ofLine = senders.of(line, sql);
        Map<Fingerprint, SenderRow> known = ofLine.find(sql, who);
        StoredPast.Fetched fetched = new StoredPast.Fetched(
                line, records.of(line, sql), known, Optional.of(ofLine.someWantSilence()), Optional.empty(), Map.of());
        return new Batch(line, new StoredPast(fetched, sql, ""), commit.judge(), keyring, tab);
    }

    private void write(Rows rows, Sql sql) throws SQLException {
        new TextPen(sql, keyring).write(rows);
        new Pen(sql, keyring).write(rows);
        if (rows.said().isPresent()) {
            records.set(rows.line(), rows.said().get(), sql);
        }
        senders.of(rows.line(), sql).note(sql, rows);
        early.keep(sql, rows.line(), rows.unmatched());
    }

    @Override
    public List<Owed> claim(LineId line, Instant now, int most) {
        Outbox.Claim claim;
        do {
            claim = writer.write(sql -> outbox.claim(sql, line, now, most));
        } while (claim.foundOnlyExpired());
        return claim.owed();
    }

    @Override
    public void settle(List<Settlement> settlements) {
        writer.write(sql -> {
            outbox.settle(sql, settlements);
            return settlements;
        });
    }

    @Override
    public Optional<Instant> nextDue(LineId line) {
        return readers.read(sql -> Outbox.nextDue(sql, line));
    }

    @Override
    public int abandonSending(Instant now) {
        return writer.write(sql -> outbox.abandonSending(sql, now));
    }

    @Override
    public int forget(Line of, Instant now) {
        writeSenders();
        LineId line = of.id();
        Keep keep = of.keep();
        Forgetting forgetting =
                new Forgetting(line, (sql, sender) -> senders.of(line, sql).isNewerHere(sender), database);
        return forgetting.before(now.minus(of.limits().memory()))
                + forgetting.longTextsBefore(now.minus(LongText.REMEMBERED))
                + forgetting.keptBefore(keep.isOn() ? now.minus(keep.span()) : now)
                + writer.write(sql -> early.forget(sql, line, now))
                + new Condensing(line, of.zone(), database).before(now);
    }

    @Override
    public List<Recent> recent(Instant since, int most) {
        return readers.read(sql -> RecentTexts.since(sql, since, most));
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

    private void readAgain() {
        senders.readAgain();
        records.readAgain();
    }

    private void writeSenders() {
        writer.write(sql -> {
            senders.writeAll(sql);
            return senders;
        });
    }

    /// Makes sure that the tables know all senders of all lines, also those that a crash kept from them.
    void writeEverySender() {
        writer.write(sql -> {
            for (String line : RecentTexts.lines(sql)) {
                Senders _ = senders.of(new LineId(line), sql);
            }
            senders.writeAll(sql);
            return senders;
        });
    }

    /// Waits for what is under way, moves the write-ahead log into the file, and gives the file up. A second time it
    /// does
    /// nothing.
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            finish();
            storage.close();
        }
    }

    /// The same, but the file stays locked.
    void finish() {
        readers.close();
        try {
            writeSenders();
        } catch (LedgerUnavailable stillThere) {
            // What could not be written now is in the texts, as after a crash.
        }
        checkpoints.close();
        writer.close();
    }
}
