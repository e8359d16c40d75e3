package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.fingerprint;
import static org.esquive.ledger.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.LongText;
import org.esquive.ledger.Past;
import org.esquive.ledger.ReplyStanding;
import org.esquive.ledger.SenderRow;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.message.Receipt;
import org.esquive.policy.LineRecord;

/// What is stored of a line: the senders of the batch fetched ahead, and the rest, which few texts ask for, looked up
/// row by row.
public final class StoredPast implements Past {
    private static final String OPT_OUT = "select 1 from opt_out where line_id = ? and person = ?";

    private static final String ANY_OPT_OUT = "select 1 from opt_out where line_id = ? limit 1";

    private static final String IDENTITY = "select 1 from text where line_id = ? and identity = ?";

    private static final String REPLY =
            "select id, at, state, left_at from text where line_id = ? and id = ? and state is not null";

    private static final String REPLY_BY_PROVIDER =
            "select id, at, state, left_at from text where line_id = ? and provider_id = ? order by id desc limit 1";

    private static final String WAITING = """
            select id, at, state, left_at from text
             where line_id = ? and number is not null and state = 'DUE' and answer = 'MESSAGE' and at >= ?""";

    private static final String LONG_TEXT =
            "select sender, reference, wide, total, text_id, opened_at, last_at, pieces from long_text where line_id = ?";

    private static final String LONG_TEXTS_OF_SENDER = LONG_TEXT + " and sender = ?";

    private static final String OLDEST_LONG_TEXTS = LONG_TEXT + " order by opened_at limit ?";

    private static final String LONG_TEXTS = "select count(*) from long_text where line_id = ?";

    private final Fetched fetched;
    private final String line;
    private final Sql sql;
    private final String locking;
    private Optional<Boolean> silence;

    /// What was fetched ahead, in one go for the batch.
    ///
    /// @param record what is remembered of the line
    /// @param senders those of the batch who are remembered
    /// @param someWantSilence whether anybody ever wanted silence; empty if that is to be looked up
    /// @param identities those of the batch that were taken before; empty if they are to be looked up one by one
    /// @param copies what is known of texts without an identity, by their contents
    public record Fetched(
            LineId line,
            LineRecord record,
            Map<Fingerprint, SenderRow> senders,
            Optional<Boolean> someWantSilence,
            Optional<Set<Fingerprint>> identities,
            Map<Fingerprint, Copy> copies) {}

    /// @param sql the transaction of the commit
    /// @param locking what a look-up of a reply ends with, so that nobody else moves the reply before the commit:
    /// ` for update`, or nothing where nobody else writes
    public StoredPast(Fetched fetched, Sql sql, String locking) {
        this.fetched = fetched;
        this.line = fetched.line().value();
        this.sql = sql;
        this.locking = locking;
        this.silence = fetched.someWantSilence();
    }

    /// One look-up.
    private interface LookUp<T> {
        T made() throws SQLException;
    }

    @Override
    public LineRecord line() {
        return fetched.record();
    }

    @Override
    public Optional<SenderRow> sender(Fingerprint sender) {
        return Optional.ofNullable(fetched.senders().get(sender));
    }

    @Override
    public boolean someWantSilence() {
        return silence.orElseGet(() -> {
            boolean some = look(() -> sql.any(ANY_OPT_OUT, line));
            silence = Optional.of(some);
            return some;
        });
    }

    @Override
    public boolean wantsSilence(Fingerprint optOut) {
        return look(() -> sql.any(OPT_OUT, line, optOut.bytes()));
    }

    @Override
    public boolean took(Fingerprint identity) {
        return fetched.identities()
                .map(taken -> taken.contains(identity))
                .orElseGet(() -> look(() -> sql.any(IDENTITY, line, identity.bytes())));
    }

    @Override
    public Copy copy(Arrival.Text text) {
        return text.content()
                .map(content -> fetched.copies().getOrDefault(content, Copy.NONE))
                .orElse(Copy.NONE);
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
            case Receipt.Match.ByReply(long id) ->
                look(() -> sql.first(REPLY + locking, row -> Columns.reply(row, 1), line, id));
            case Receipt.Match.ByProviderId(String id, var otherwise) ->
                otherwise.stream()
                        .reduce(byProviderId(id), (found, way) -> found.or(() -> byProviderId(way)), (a, _) -> a);
        };
    }

    @Override
    public List<ReplyStanding> waitingSince(Instant moment) {
        return look(() -> sql.all(WAITING + locking, row -> Columns.reply(row, 1), line, moment.toEpochMilli()));
    }

    private Optional<ReplyStanding> byProviderId(String id) {
        return look(() -> sql.first(REPLY_BY_PROVIDER + locking, row -> Columns.reply(row, 1), line, id));
    }

    private <T> T look(LookUp<T> lookUp) {
        try {
            return lookUp.made();
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    private static LongText longText(ResultSet row) throws SQLException {
        var key = new LongText.Key(fingerprint(row, 1), row.getInt(2), row.getInt(3) != 0, row.getInt(4));
        return new LongText(key, row.getLong(5), instant(row, 6), instant(row, 7), Pieces.of(row.getBytes(8)));
    }
}
