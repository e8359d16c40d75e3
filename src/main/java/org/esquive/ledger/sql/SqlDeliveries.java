package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.instant;
import static org.esquive.ledger.sql.Columns.moment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.ledger.DeliveryBook;
import org.esquive.ledger.RecordText;
import org.jspecify.annotations.Nullable;

/// What programs were told.
record SqlDeliveries(Database database) implements DeliveryBook {
    private static final String POSITION =
            "select decision, reply, alert, lines, missed, failing_since from webhook where id = ?";

    private static final String NOTE = """
            insert into webhook (id, decision, reply, alert, lines, missed, failing_since) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
               set decision = excluded.decision, reply = excluded.reply, alert = excluded.alert, lines = excluded.lines,
                   missed = excluded.missed, failing_since = excluded.failing_since""";

    private static final String RECORD = """
            insert into delivery (webhook, message, at, events, tries, state, millis, cause, body)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (webhook, message) do update
               set at = excluded.at, tries = excluded.tries, state = excluded.state,
                   millis = excluded.millis, cause = excluded.cause""";

    private static final String AGAIN =
            "update delivery set at = ?, tries = ?, state = ?, millis = ?, cause = ? where place = ?";

    private static final String FORGET_MANY = """
            delete from delivery where webhook = ? and place <=
              (select place from delivery where webhook = ? order by place desc limit 1 offset ?)""";

    private static final String FORGET_OLD = "delete from delivery where webhook = ? and at < ?";

    private static final String DELIVERY =
            "select place, webhook, message, at, events, tries, state, millis, cause from delivery";

    private static final String LATEST = DELIVERY + " where webhook = ? order by place desc limit ?";

    private static final String ONE = DELIVERY + " where webhook = ? and place = ?";

    private static final String BODY = "select body from delivery where webhook = ? and place = ?";

    @Override
    public Optional<Position> position(String webhook) {
        return database.read(sql -> sql.first(POSITION, SqlDeliveries::position, webhook));
    }

    @Override
    public void note(String webhook, Position position) {
        int _ = database.write(sql -> note(sql, webhook, position));
    }

    @Override
    public void record(Delivery delivery, String body, Position position) {
        int _ = database.write(sql -> {
            int _ = sql.change(
                    RECORD,
                    delivery.webhook(),
                    delivery.message(),
                    delivery.at().toEpochMilli(),
                    delivery.events(),
                    delivery.tries(),
                    delivery.state().name(),
                    delivery.took().toMillis(),
                    delivery.cause(),
                    body);
            int _ = sql.change(FORGET_MANY, delivery.webhook(), delivery.webhook(), KEPT);
            int _ = sql.change(
                    FORGET_OLD,
                    delivery.webhook(),
                    delivery.at().minus(KEPT_FOR).toEpochMilli());
            return note(sql, delivery.webhook(), position);
        });
    }

    @Override
    public void again(Kept kept) {
        Delivery delivery = kept.delivery();
        int _ = database.write(sql -> sql.change(
                AGAIN,
                delivery.at().toEpochMilli(),
                delivery.tries(),
                delivery.state().name(),
                delivery.took().toMillis(),
                delivery.cause(),
                kept.place()));
    }

    @Override
    public List<Kept> latest(String webhook) {
        return database.read(sql -> sql.all(LATEST, SqlDeliveries::kept, webhook, KEPT));
    }

    @Override
    public Optional<Kept> delivery(String webhook, long place) {
        return database.read(sql -> sql.first(ONE, SqlDeliveries::kept, webhook, place));
    }

    @Override
    public Optional<String> body(String webhook, long place) {
        return database.read(sql -> sql.first(BODY, row -> row.getString(1), webhook, place));
    }

    private static int note(Sql sql, String webhook, Position position) throws SQLException {
        return sql.change(
                NOTE,
                webhook,
                position.decision(),
                position.reply(),
                position.alert(),
                RecordText.of(position.lines()),
                position.missed(),
                millis(position.failingSince()));
    }

    private static @Nullable Long millis(Optional<Instant> moment) {
        return moment.isPresent() ? moment.get().toEpochMilli() : null;
    }

    private static Position position(ResultSet row) throws SQLException {
        Map<String, String> lines = RecordText.facts(row.getString(4));
        return new Position(row.getLong(1), row.getLong(2), row.getLong(3), lines, row.getLong(5), moment(row, 6));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong(1),
                new Delivery(
                        row.getString(2),
                        row.getString(3),
                        instant(row, 4),
                        row.getInt(5),
                        row.getInt(6),
                        State.valueOf(row.getString(7)),
                        Duration.ofMillis(row.getLong(8)),
                        row.getString(9)));
    }
}
