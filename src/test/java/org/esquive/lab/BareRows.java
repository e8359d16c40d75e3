package org.esquive.lab;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.esquive.ledger.Ids;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Tally;

/// The rows that an answered text comes to, written by plain JDBC: in one transaction a batch the texts, their senders,
/// the tallies and the line; in a second one what became of the replies, and its tally. Nothing is looked up.
///
/// @param texts inserts a text with its reply on its way
/// @param senders writes a sender, with each text; the ledger puts that off
/// @param sent writes that a reply was sent
/// @param tallies adds to a tally
/// @param line writes what the line has said
record BareRows(
        Connection connection,
        PreparedStatement texts,
        PreparedStatement senders,
        PreparedStatement sent,
        PreparedStatement tallies,
        PreparedStatement line)
        implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Ids IDS = new Ids(CLOCK, 1);
    private static final String DEMO = Fixtures.DEMO.value();
    private static final long STALE = 6 * 3_600_000L;
    private static final long MILLIS_A_DAY = 86_400_000L;

    private static final String TEXT = """
            insert into text (line_id, id, at, sender, n, replies, opted_out, identity, content,
                              answer, state, due_at, expires_at, attempts)
            values (?, ?, ?, ?, 1, 1, 0, null, null, 'MESSAGE', 'SENDING', ?, ?, 0)""";

    private static final String SENDER = """
            replace into sender (line_id, sender, texts, replies, first_at, last_at, opted_out, last_reply)
            values (?, ?, 1, 1, ?, ?, 0, ?)""";

    private static final String SENT = """
            update text set state = 'SENT', provider_id = null, detail = null,
                            own_number = null, number = null, words = null
             where line_id = ? and id = ? and state = 'SENDING'""";

    private static final String TALLY = """
            insert into tally (line_id, hour, name, count) values (?, ?, ?, ?)
                on conflict do update set count = count + excluded.count""";

    private static final String LINE = """
            insert into line (line_id, day, replies) values (?, ?, ?)
                on conflict do update set replies = replies + excluded.replies""";

    /// Prepares every statement; from here on transactions are begun by hand.
    ///
    /// @param checkpointPages pages of the write-ahead log before it is moved into the file
    static BareRows prepare(Connection connection, int checkpointPages) throws SQLException {
        try (var once = connection.createStatement()) {
            boolean _ = once.execute("pragma wal_autocheckpoint = " + checkpointPages);
        }
        connection.setAutoCommit(false);
        return new BareRows(
                connection,
                connection.prepareStatement(TEXT),
                connection.prepareStatement(SENDER),
                connection.prepareStatement(SENT),
                connection.prepareStatement(TALLY),
                connection.prepareStatement(LINE));
    }

    /// Writes a batch, each text of a sender who is new.
    ///
    /// @param fingerprints of the senders
    void write(List<byte[]> fingerprints) throws SQLException {
        long now = CLOCK.millis();
        int count = fingerprints.size();
        for (byte[] sender : fingerprints) {
            long id = IDS.next();
            pile(texts, DEMO, id, now, sender, now, now + STALE);
            pile(senders, DEMO, sender, now, now, id);
            pile(sent, DEMO, id);
        }
        int[] _ = texts.executeBatch();
        int[] _ = senders.executeBatch();
        count(now, count, Tally.TEXTS, Tally.SENDERS, Tally.REPLIES, Tally.SEGMENTS);
        pile(line, DEMO, now / MILLIS_A_DAY, count);
        int[] _ = line.executeBatch();
        connection.commit();

        int[] _ = sent.executeBatch();
        count(now, count, Tally.of(ReplyState.SENT));
        connection.commit();
    }

    private void count(long now, int count, String... names) throws SQLException {
        long hour = Instant.ofEpochMilli(now).truncatedTo(ChronoUnit.HOURS).toEpochMilli();
        for (String name : names) {
            pile(tallies, DEMO, hour, name, count);
        }
        int[] _ = tallies.executeBatch();
    }

    private static void pile(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    /// The connection is closed by whoever opened it.
    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(texts, senders, sent, tallies, line)) {
            statement.close();
        }
    }
}
