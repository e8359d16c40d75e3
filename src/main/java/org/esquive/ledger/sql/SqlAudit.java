package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;

/// What keepers did.
record SqlAudit(Database database) implements AuditLog {
    private static final String APPEND = "insert into audit (at, who, deed, about) values (?, ?, ?, ?)";

    private static final String LATEST =
            "select place, at, who, deed, about from audit where place < ? order by place desc limit ?";

    @Override
    public void append(Instant at, String who, Deed deed, String about) {
        int _ = database.write(sql -> sql.change(APPEND, at.toEpochMilli(), who, deed.name(), about));
    }

    @Override
    public List<Entry> latest(long before, int most) {
        return database.read(sql -> sql.all(LATEST, SqlAudit::entry, before, Math.clamp(most, 1, MOST)));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1), instant(row, 2), row.getString(3), Deed.valueOf(row.getString(4)), row.getString(5));
    }
}
