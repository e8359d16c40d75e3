package org.esquive.ledger.sqlite;

import static org.esquive.ledger.sqlite.Columns.fingerprint;
import static org.esquive.ledger.sqlite.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.LongText;
import org.esquive.ledger.Past;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.SenderRow;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.message.Receipt;
import org.esquive.policy.LineRecord;
import org.esquive.policy.SenderRecord;

/// What is stored of a line, looked up row by row: in an embedded database a look-up by primary key costs
/// microseconds, less than any cleverness would save.
final class StoredPast implements Past {
    private static final String LINE = "select day, replies from line where line_id = ?";

    private static final String SENDER = """
            select s.texts, s.replies, s.first_at, s.last_at, s.opted_out, r.id, r.at, r.state
              from sender s left join reply r on r.line_id = s.line_id and r.id = s.last_reply
             where s.line_id = ? and s.sender = ?""";

    private static final String OPT_OUT = "select 1 from opt_out where line_id = ? and person = ?";

    private static final String IDENTITY = "select 1 from text where line_id = ? and identity = ?";

    private static final String REPLY = "select id, at, state from reply where line_id = ? and id = ?";

    private static final String REPLY_BY_PROVIDER =
            "select id, at, state from reply where line_id = ? and provider_id = ? order by id desc limit 1";

    private static final String LONG_TEXT =
            "select sender, reference, wide, total, text_id, opened_at, last_at, pieces from long_text where line_id = ?";

    private static final String LONG_TEXTS_OF_SENDER = LONG_TEXT + " and sender = ?";

    private static final String OLDEST_LONG_TEXTS = LONG_TEXT + " order by opened_at limit ?";

    private static final String LONG_TEXTS = "select count(*) from long_text where line_id = ?";

    private final String line;
    private final Sql sql;
    private final Trouble trouble;

    /// @param sql the transaction of the commit
    /// @param trouble tells what is wrong if a look-up fails
    StoredPast(LineId line, Sql sql, Trouble trouble) {
        this.line = line.value();
        this.sql = sql;
        this.trouble = trouble;
    }

    /// One look-up.
    private interface LookUp<T> {
        T made() throws SQLException;
    }

    @Override
    public LineRecord line() {
        return look(() -> sql.first(LINE, StoredPast::lineRecord, line)).orElse(LineRecord.NEW);
    }

    @Override
    public Optional<SenderRow> sender(Fingerprint sender) {
        return look(() -> sql.first(SENDER, row -> senderRow(sender, row), line, sender.bytes()));
    }

    @Override
    public boolean wantsSilence(Fingerprint optOut) {
        return look(() -> sql.any(OPT_OUT, line, optOut.bytes()));
    }

    @Override
    public boolean took(Fingerprint identity) {
        return look(() -> sql.any(IDENTITY, line, identity.bytes()));
    }

    @Override
    public List<LongText> longTexts(Fingerprint sender) {
        return look(() -> sql.all(LONG_TEXTS_OF_SENDER, StoredPast::longText, line, sender.bytes()));
    }

    @Override
    public int longTexts() {
        return look(() -> sql.first(LONG_TEXTS, row -> row.getInt(1), line)).orElse(0);
    }

    @Override
    public List<LongText> oldestLongTexts(int most) {
        return look(() -> sql.all(OLDEST_LONG_TEXTS, StoredPast::longText, line, most));
    }

    @Override
    public Optional<ReplyStanding> reply(Receipt.Match match) {
        return switch (match) {
            case Receipt.Match.ByReply(long id) -> look(() -> sql.first(REPLY, row -> reply(row, 1), line, id));
            case Receipt.Match.ByProviderId(String id, var otherwise) ->
                otherwise.stream()
                        .reduce(byProviderId(id), (found, way) -> found.or(() -> byProviderId(way)), (a, _) -> a);
        };
    }

    private Optional<ReplyStanding> byProviderId(String id) {
        return look(() -> sql.first(REPLY_BY_PROVIDER, row -> reply(row, 1), line, id));
    }

    private <T> T look(LookUp<T> lookUp) {
        try {
            return lookUp.made();
        } catch (SQLException failure) {
            throw trouble.of(failure);
        }
    }

    private static LineRecord lineRecord(ResultSet row) throws SQLException {
        return new LineRecord(LocalDate.ofEpochDay(row.getLong(1)), row.getInt(2));
    }

    private static SenderRow senderRow(Fingerprint sender, ResultSet row) throws SQLException {
        Optional<ReplyStanding> last = row.getLong(6) == 0 ? Optional.empty() : Optional.of(reply(row, 6));
        boolean pending = last.isPresent() && last.get().state().isPending();
        SenderRecord record = new SenderRecord(
                row.getInt(1), row.getInt(2), Optional.of(instant(row, 4)), row.getInt(5) != 0, pending);
        return new SenderRow(sender, record, instant(row, 3), last);
    }

    private static LongText longText(ResultSet row) throws SQLException {
        var key = new LongText.Key(fingerprint(row, 1), row.getInt(2), row.getInt(3) != 0, row.getInt(4));
        return new LongText(key, row.getLong(5), instant(row, 6), instant(row, 7), Pieces.of(row.getBytes(8)));
    }

    private static ReplyStanding reply(ResultSet row, int column) throws SQLException {
        ReplyState state = ReplyState.valueOf(row.getString(column + 2));
        return new ReplyStanding(row.getLong(column), instant(row, column + 1), state);
    }
}
