package org.esquive.ledger.sqlite;

import static org.esquive.ledger.sqlite.Columns.fingerprint;
import static org.esquive.ledger.sqlite.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.RecordText;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;

/// The alerts, in the file of the ledger. There is one writer, so that places are given in the order of commits.
record SqliteAlerts(Writer writer, Readers readers, Keyring keyring) implements AlertBook {
    static final String COLUMNS = "line_id, id, at, kind, sender, facts, place";

    private static final String AFTER = "select " + COLUMNS + " from alert where place > ? order by place limit ?";

    private static final String LATEST = "select " + COLUMNS + " from alert order by place desc limit ?";

    private static final String LAST =
            "select " + COLUMNS + " from alert where line_id = ? and kind = ? order by id desc limit 1";

    /// Kept by the database even if the row is forgotten.
    private static final String END = "select seq from sqlite_sequence where name = 'alert'";

    private static final String TOLD = "select up_to, at, day, times from told where destination = ?";

    private static final String NOTE = "replace into told (destination, up_to, at, day, times) values (?, ?, ?, ?, ?)";

    @Override
    public void raise(List<Figures.Alert> alerts) {
        var _ = writer.write(sql -> {
            Pen pen = new Pen(sql, keyring);
            for (Figures.Alert alert : alerts) {
                pen.write(alert);
            }
            return alerts;
        });
    }

    @Override
    public List<Written> after(long place, int most) {
        return readers.read(sql ->
                sql.all(AFTER, row -> new Written(row.getLong(7), alert(row)), place, Math.clamp(most, 1, MOST)));
    }

    @Override
    public List<Figures.Alert> latest(int most) {
        return readers.read(sql -> sql.all(LATEST, SqliteAlerts::alert, Math.clamp(most, 1, MOST)));
    }

    @Override
    public Optional<Figures.Alert> last(LineId line, AlertKind kind) {
        return readers.read(sql -> sql.first(LAST, SqliteAlerts::alert, line.value(), kind.name()));
    }

    @Override
    public long end() {
        return readers.read(sql -> sql.first(END, row -> row.getLong(1))).orElse(0L);
    }

    @Override
    public Optional<Told> told(String destination) {
        return readers.read(sql -> sql.first(
                TOLD, row -> new Told(row.getLong(1), instant(row, 2), row.getLong(3), row.getInt(4)), destination));
    }

    @Override
    public void note(String destination, Told told) {
        int _ = writer.write(
                sql -> sql.change(NOTE, destination, told.upTo(), told.at().toEpochMilli(), told.day(), told.times()));
    }

    static Figures.Alert alert(ResultSet row) throws SQLException {
        Optional<Fingerprint> sender = row.getBytes(5) == null ? Optional.empty() : Optional.of(fingerprint(row, 5));
        return new Figures.Alert(
                row.getLong(2),
                new LineId(row.getString(1)),
                instant(row, 3),
                AlertKind.valueOf(row.getString(4)),
                sender,
                RecordText.facts(row.getString(6)));
    }
}
