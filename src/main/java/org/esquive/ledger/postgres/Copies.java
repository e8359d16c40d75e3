package org.esquive.ledger.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Past;
import org.esquive.ledger.sql.Columns;
import org.esquive.ledger.sql.Sql;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;

/// Tells a repeated delivery from a second text where the network gives no identity and another node took the first.
/// What this node took, its intake remembers by itself.
///
/// A text like one that another node took of late is a repeated delivery if that node is gone, or lost a link since;
/// it is a second text if that node has said, three seconds after the copy was seen first, that it is there and
/// that its links hold. Until it says either, the network is asked to bring the text again: it does so within
/// seconds, and a node speaks every second.
///
/// Used by commits, which take turns.
final class Copies {
    /// How long after it was taken a text may come again.
    static final Duration HORIZON = Duration.ofMinutes(10);

    private static final int MOST = 10_000;

    /// A node says within so many milliseconds that a link of it broke or is doubted.
    private static final long NOTICED = 3_000;

    private static final String LIKE = """
            select t.content, t.id, t.at from unnest(?::bytea[]) as wanted (content)
             cross join lateral (select content, id, at from text
                                  where line_id = ? and content = wanted.content offset 0) t
             where t.id >= ? order by t.id""";

    private static final String NODE = """
            select gone or seen_at < clock_timestamp() - interval '5 seconds', began_at, broke_at,
                   (extract(epoch from seen_at) * 1000)::bigint, (extract(epoch from clock_timestamp()) * 1000)::bigint
              from node where number = ?""";

    private final int node;
    private final Instant since;
    private final BooleanSupplier others;

    /// Since when it is waited for news of another node about a content, by the clock of the database; the oldest
    /// give way.
    private final SequencedMap<Fingerprint, Long> waiting = new LinkedHashMap<>();

    /// Contents that this node took without saying so, because it did not know that their commit was kept.
    private final SequencedMap<Fingerprint, Instant> keptUnsaid = new LinkedHashMap<>();

    /// A text of another node.
    private record Other(long id, Instant at) {}

    /// @param node this one
    /// @param since when its run began
    /// @param others whether anybody else may have taken a text of late
    Copies(int node, Instant since, BooleanSupplier others) {
        this.node = node;
        this.since = since;
        this.others = others;
    }

    /// Remembers texts whose commit is kept although the network was told otherwise: they will come again.
    synchronized void wereKept(List<Fingerprint> contents, Instant now) {
        contents.forEach(content -> keptUnsaid.put(content, now));
        trim(keptUnsaid);
    }

    /// What each text of a batch is that has no identity, as far as it is not new.
    synchronized Map<Fingerprint, Past.Copy> of(Sql sql, LineId line, List<Arrival.Text> texts) throws SQLException {
        if (texts.isEmpty()) {
            return Map.of();
        }
        Map<Fingerprint, Past.Copy> copies = new HashMap<>();
        Map<Fingerprint, Other> found = others.getAsBoolean() ? others(sql, line, texts) : Map.of();
        for (Arrival.Text text : texts) {
            Fingerprint content = text.content().orElseThrow();
            Instant kept = keptUnsaid.get(content);
            Other other = found.get(content);
            if (kept != null && text.at().isBefore(kept.plus(HORIZON))) {
                copies.put(content, Past.Copy.TAKEN);
            } else if (other != null) {
                copies.put(content, judged(sql, content, other));
            }
        }
        return copies;
    }

    private Map<Fingerprint, Other> others(Sql sql, LineId line, List<Arrival.Text> texts) throws SQLException {
        Map<Fingerprint, Other> found = new HashMap<>();
        long oldest = Ids.firstAt(texts.getFirst().at().minus(HORIZON));
        sql.all(
                        LIKE,
                        row -> Map.entry(
                                Columns.fingerprint(row, 1), new Other(row.getLong(2), Columns.instant(row, 3))),
                        sql.array("bytea", byte[][]::new, texts, Copies::content),
                        line.value(),
                        oldest)
                .forEach(like -> found.put(like.getKey(), like.getValue()));
        found.values().removeIf(this::isOfThisRun);
        return found;
    }

    private static byte[] content(Arrival.Text text) {
        return text.content().orElseThrow().bytes();
    }

    private boolean isOfThisRun(Other other) {
        return Ids.nodeOf(other.id()) == node && !other.at().isBefore(since);
    }

    private Past.Copy judged(Sql sql, Fingerprint content, Other other) throws SQLException {
        Past.Copy copy = sql.first(
                        NODE,
                        row -> {
                            boolean lost = row.getBoolean(1)
                                    || row.getLong(2) > other.at().toEpochMilli()
                                    || row.getLong(3) >= other.at().toEpochMilli();
                            return lost ? Past.Copy.TAKEN : sinceAsked(content, row.getLong(4), row.getLong(5));
                        },
                        Ids.nodeOf(other.id()))
                .orElse(Past.Copy.TAKEN);
        if (copy != Past.Copy.DOUBTFUL) {
            var _ = waiting.remove(content);
        }
        return copy;
    }

    private Past.Copy sinceAsked(Fingerprint content, long heard, long now) {
        Long asked = waiting.putIfAbsent(content, now);
        trim(waiting);
        return asked != null && heard > asked + NOTICED ? Past.Copy.NONE : Past.Copy.DOUBTFUL;
    }

    private static void trim(SequencedMap<Fingerprint, ?> contents) {
        while (contents.size() > MOST) {
            contents.pollFirstEntry();
        }
    }
}
