package org.esquive.lab;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Judge;
import org.esquive.ledger.KeptTexts;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Office;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.Owed;
import org.esquive.ledger.SettingsArchive;
import org.esquive.ledger.Settlement;
import org.esquive.message.LineId;
import org.esquive.settings.Line;

/// A real ledger whose disk can be full for a while.
public record FaultyLedger(
        Ledger real,
        AtomicInteger failures,
        AtomicInteger settleFailures,
        AtomicInteger commitFailures,
        int textsWorthACommit)
        implements Ledger {
    public static final String DISK_FULL = "The disk is full: make room, then it goes on by itself.";

    public FaultyLedger(Ledger real) {
        this(real, new AtomicInteger(), new AtomicInteger(), new AtomicInteger(), Integer.MAX_VALUE);
    }

    /// The same ledger, as if other nodes wrote it too: so many texts are worth a commit.
    public FaultyLedger shared(int worthACommit) {
        return new FaultyLedger(real, failures, settleFailures, commitFailures, worthACommit);
    }

    /// The next calls fail, whatever they are.
    public void failNext(int calls) {
        failures.set(calls);
    }

    /// The next calls to settle fail.
    public void failNextToSettle(int calls) {
        settleFailures.set(calls);
    }

    /// The next commits fail.
    public void failNextToCommit(int calls) {
        commitFailures.set(calls);
    }

    private static void fail(AtomicInteger left) {
        if (left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new LedgerUnavailable(DISK_FULL, new IOException("disk full"));
        }
    }

    @Override
    public List<Outcome> commit(List<Arrival> batch, Judge judge) {
        fail(failures);
        fail(commitFailures);
        return real.commit(batch, judge);
    }

    @Override
    public List<Owed> claim(LineId line, Instant now, int most) {
        fail(failures);
        return real.claim(line, now, most);
    }

    @Override
    public void settle(List<Settlement> settlements) {
        fail(failures);
        fail(settleFailures);
        real.settle(settlements);
    }

    @Override
    public Optional<Instant> nextDue(LineId line) {
        fail(failures);
        return real.nextDue(line);
    }

    @Override
    public int abandonSending(Instant now) {
        fail(failures);
        return real.abandonSending(now);
    }

    @Override
    public int forget(Line line, Instant now) {
        fail(failures);
        return real.forget(line, now);
    }

    @Override
    public List<Recent> recent(Instant since, int most) {
        fail(failures);
        return real.recent(since, most);
    }

    @Override
    public Figures figures() {
        return real.figures();
    }

    /// Alerts are written as the rest is, and read beside it.
    @Override
    public KeptTexts kept() {
        return real.kept();
    }

    @Override
    public AlertBook alerts() {
        AlertBook book = real.alerts();
        return new AlertBook() {
            @Override
            public void raise(List<Figures.Alert> alerts) {
                fail(failures);
                book.raise(alerts);
            }

            @Override
            public List<Written> after(long place, int most) {
                return book.after(place, most);
            }

            @Override
            public List<Figures.Alert> latest(int most) {
                return book.latest(most);
            }

            @Override
            public Optional<Figures.Alert> last(LineId line, AlertKind kind) {
                return book.last(line, kind);
            }

            @Override
            public long end() {
                return book.end();
            }

            @Override
            public Optional<Told> told(String destination) {
                return book.told(destination);
            }

            @Override
            public void note(String destination, Told told) {
                fail(failures);
                book.note(destination, told);
            }
        };
    }

    @Override
    public SettingsArchive settings() {
        return real.settings();
    }

    @Override
    public Office office() {
        return real.office();
    }

    @Override
    public void close() {
        real.close();
    }
}
