package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.fingerprint;
import static org.esquive.ledger.sql.Columns.instant;

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

/// The alerts. Their places are given in the order of commits.
public record SqlAlerts(Database database, Keyring keyring) implements AlertBook {
    static final String COLUMNS = "line_id, id, at, kind, sender, facts, place";

    private static final String AFTER = "select " + COLUMNS + " from alert where place > ? order by place limit ?";

    private static final String LATEST = "select " + COLUMNS + " from alert order by place desc limit ?";

    private static final String LAST =
            "select " + COLUMNS + " from alert where line_id = ? and kind = ? order by id desc limit 1";

    private static final String TOLD = "select up_to, at, day, times from told where destination = ?";

    private static final String NOTE = """
            insert into told (destination, up_to, at, day, times) values (?, ?, ?, ?, ?)
            on conflict (destination) do update
               set up_to = excluded.up_to, at = excluded.at, day = excluded.day, times = excluded.times""";

    @Override
    public void raise(List<Figures.Alert> alerts) {
        var _ = database.write(sql -> {
            Pen pen = new Pen(sql, keyring);
            for (Figures.Alert alert : alerts) {
                pen.write(alert);
            }
            return alerts;
        });
    }

    @Override
    public List<Written> after(long place, int most) {
        return database.read(sql ->
                sql.all(AFTER, row -> new Written(row.getLong(7), alert(row)), place, Math.clamp(most, 1, MOST)));
    }

    @Override
    public List<Figures.Alert> latest(int most) {
        return database.read(sql -> sql.all(LATEST, SqlAlerts::alert, Math.clamp(most, 1, MOST)));
    }

    @Override
    public Optional<Figures.Alert> last(LineId line, AlertKind kind) {
        return database.read(sql -> sql.first(LAST, SqlAlerts::alert, line.value(), kind.name()));
    }

    @Override
    public long end() {
        return database.read(sql -> database.order().last(sql, "alert"));
    }

    @Override
    public Optional<Told> told(String destination) {
        return database.read(sql -> sql.first(
                TOLD, row -> new Told(row.getLong(1), instant(row, 2), row.getLong(3), row.getInt(4)), destination));
    }

    @Override
    public void note(String destination, Told told) {
        int _ = database.write(
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
