package org.esquive.ledger.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Batch;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Judge;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LongText;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.Owed;
import org.esquive.ledger.Rows;
import org.esquive.ledger.SettingsArchive;
import org.esquive.ledger.Settlement;
import org.esquive.message.LineId;

/// The ledger of one machine, in one SQLite file. One process at a time has it open.
public final class SqliteLedger implements Ledger {
    private final Storage storage;
    private final Writer writer;
    private final Readers readers;
    private final Keyring keyring;
    private final EarlyReceipts early = new EarlyReceipts();
    private final Outbox outbox;

    private SqliteLedger(Storage storage, Keyring keyring) {
        this.storage = storage;
        this.keyring = keyring;
        this.writer = new Writer(storage);
        this.readers = new Readers(storage);
        this.outbox = new Outbox(keyring, early);
    }

    /// Opens the ledger in a file, or makes a new one there.
    ///
    /// @param file where it is; its folder is made if it is missing
    /// @param keyring made of the instance key that the file was begun with
    /// @throws org.esquive.ledger.LedgerUnavailable if it cannot be used, with what to do about it
    public static SqliteLedger open(Path file, Keyring keyring) {
        return new SqliteLedger(Storage.open(file), keyring);
    }

    @Override
    public List<Outcome> commit(List<Arrival> batch, Judge judge) {
        return writer.write(sql -> {
            Map<LineId, Batch> lines = new LinkedHashMap<>();
            List<Outcome> outcomes = new ArrayList<>(batch.size());
            for (Arrival arrival : batch) {
                outcomes.add(lines.computeIfAbsent(arrival.line(), line -> begin(line, sql, judge))
                        .take(arrival));
            }
            for (Batch line : lines.values()) {
                Rows rows = line.rows();
                new Pen(sql, keyring).write(rows);
                early.keep(sql, rows.line(), rows.unmatched());
            }
            return outcomes;
        });
    }

    private Batch begin(LineId line, Sql sql, Judge judge) {
        return new Batch(line, new StoredPast(line, sql, storage.trouble()), judge, keyring);
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
        int _ = writer.write(sql -> outbox.settle(sql, settlements));
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
    public int forget(LineId line, Instant now, Duration memory) {
        Forgetting forgetting = new Forgetting(line, writer, readers);
        return forgetting.before(now.minus(memory))
                + forgetting.longTextsBefore(now.minus(LongText.REMEMBERED))
                + writer.write(sql -> early.forget(sql, line, now));
    }

    @Override
    public List<Recent> recent(Instant since, int most) {
        return readers.read(sql -> RecentTexts.since(sql, since, most));
    }

    @Override
    public Figures figures() {
        return new SqliteFigures(readers);
    }

    @Override
    public SettingsArchive settings() {
        return new SqliteSettings(writer, readers);
    }

    /// Waits for what is under way, moves the write-ahead log into the file, and gives the file up.
    @Override
    public void close() {
        readers.close();
        writer.close();
        storage.close();
    }
}
