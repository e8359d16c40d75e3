package org.esquive.ledger.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Batch;
import org.esquive.ledger.ChannelTab;
import org.esquive.ledger.Judge;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.Past;
import org.esquive.ledger.Rows;
import org.esquive.ledger.sql.ChannelRows;
import org.esquive.ledger.sql.Columns;
import org.esquive.ledger.sql.LineRows;
import org.esquive.ledger.sql.Pen;
import org.esquive.ledger.sql.Sql;
import org.esquive.ledger.sql.StoredPast;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.message.Receipt;
import org.esquive.policy.ChannelRules;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Spending;
import org.esquive.settings.Caps;

/// One commit, step by step: it takes the rows of its lines, in the one order in which everybody takes them, then
/// those of their channels; fetches what is known of the senders; has the batch decided; and writes it, line by line,
/// tallies last. Each step is a statement or two a line, however many texts there are.
///
/// @param keyring seals what waits
/// @param copies tells repeated deliveries that other nodes took
/// @param node who commits
record Committing(Keyring keyring, Copies copies, short node) {
    private static final String IDENTITIES = """
            select t.identity from unnest(?::bytea[]) as wanted (identity)
             cross join lateral (select identity from text
                                  where line_id = ? and identity = wanted.identity limit 1) t""";

    /// What a commit came to, before it is known whether it is kept.
    ///
    /// @param outcomes one an arrival, in order
    /// @param rows what was written of each line
    record Done(List<Outcome> outcomes, List<Rows> rows) {}

    /// What the lines of a commit share.
    private record Shared(Sql sql, Judge judge, Map<String, ChannelTab> channels) {}

    Done in(Sql sql, List<Arrival> arrivals, Judge judge) throws SQLException {
        Map<String, List<Arrival>> byLine = new TreeMap<>();
        for (Arrival arrival : arrivals) {
            byLine.computeIfAbsent(arrival.line().value(), _ -> new ArrayList<>())
                    .add(arrival);
        }
        Map<LineId, LineRecord> records = new LinkedHashMap<>();
        for (String line : byLine.keySet()) {
            records.put(new LineId(line), Locks.take(sql, new LineId(line)));
        }
        Locks.lookForIds(sql, linesWithReceipts(arrivals, records.keySet()));
        Shared shared = new Shared(sql, judge, channels(sql, records.keySet(), judge));
        Map<LineId, Batch> batches = new LinkedHashMap<>();
        for (Map.Entry<LineId, LineRecord> line : records.entrySet()) {
            List<Arrival> ofLine =
                    Objects.requireNonNull(byLine.get(line.getKey().value()));
            batches.put(line.getKey(), begin(line.getKey(), line.getValue(), ofLine, shared));
        }
        List<Outcome> outcomes = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            outcomes.add(Objects.requireNonNull(batches.get(arrival.line())).take(arrival));
        }
        List<Rows> rows = batches.values().stream().map(Batch::rows).toList();
        write(rows, shared);
        return new Done(outcomes, rows);
    }

    private static List<LineId> linesWithReceipts(List<Arrival> arrivals, Collection<LineId> inOrder) {
        Set<LineId> lines = new HashSet<>();
        for (Arrival arrival : arrivals) {
            if (arrival instanceof Arrival.News(var receipt, var _)
                    && receipt.match() instanceof Receipt.Match.ByProviderId) {
                lines.add(arrival.line());
            }
        }
        return lines.isEmpty()
                ? List.of()
                : inOrder.stream().filter(lines::contains).toList();
    }

    /// A channel without limits is not counted: its row would make all its lines wait for each other, for nothing.
    private static Map<String, ChannelTab> channels(Sql sql, Collection<LineId> lines, Judge judge)
            throws SQLException {
        Map<String, ChannelRules> known = new TreeMap<>();
        for (LineId line : lines) {
            ChannelRules channel = judge.rules(line).channel();
            known.put(channel.id(), channel);
        }
        Map<String, ChannelTab> tabs = new HashMap<>();
        for (ChannelRules channel : known.values()) {
            Spending spent = isCounted(channel)
                    ? ChannelRows.take(channel.home(), channel.id(), sql, Locks.FOR_UPDATE)
                    : Spending.NONE;
            tabs.put(channel.id(), new ChannelTab(channel, spent));
        }
        return tabs;
    }

    private static boolean isCounted(ChannelRules channel) {
        return !channel.caps().equals(Caps.NONE);
    }

    private Batch begin(LineId line, LineRecord record, List<Arrival> arrivals, Shared shared) throws SQLException {
        Set<Fingerprint> senders = new LinkedHashSet<>();
        List<Fingerprint> identities = new ArrayList<>();
        List<Arrival.Text> contents = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (arrival instanceof Arrival.Text text) {
                senders.add(text.sender());
                text.identity().ifPresent(identities::add);
                if (text.content().isPresent()) {
                    contents.add(text);
                }
            }
        }
        Sql sql = shared.sql();
        StoredPast.Fetched fetched = new StoredPast.Fetched(
                line,
                record,
                SenderRows.find(sql, line, senders),
                Optional.empty(),
                Optional.of(taken(sql, line, identities)),
                copies.of(sql, line, contents));
        Past past = new StoredPast(fetched, sql, Locks.FOR_UPDATE);
        String channel = shared.judge().rules(line).channel().id();
        ChannelTab tab = Objects.requireNonNull(shared.channels().get(channel));
        return new Batch(line, past, shared.judge(), keyring, tab);
    }

    private static Set<Fingerprint> taken(Sql sql, LineId line, List<Fingerprint> identities) throws SQLException {
        if (identities.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.all(
                IDENTITIES,
                row -> Columns.fingerprint(row, 1),
                sql.array("bytea", byte[][]::new, identities, Fingerprint::bytes),
                line.value()));
    }

    private void write(List<Rows> lines, Shared shared) throws SQLException {
        Sql sql = shared.sql();
        TextRows texts = new TextRows(sql, keyring, node);
        for (Rows rows : lines) {
            texts.write(rows);
            SenderRows.write(sql, rows.line(), rows.senders());
            EarlyReceipts.keep(sql, rows.line(), rows.unmatched());
            if (rows.said().isPresent()) {
                LineRows.write(rows.line(), rows.said().get(), sql);
            }
        }
        for (ChannelTab channel : shared.channels().values()) {
            if (channel.isChanged()
                    && isCounted(shared.judge().rules(channel.home()).channel())) {
                ChannelRows.write(channel.home(), channel.channel(), channel.spending(), sql);
            }
        }
        for (Rows rows : lines) {
            ReplyNews.write(sql, rows.line(), rows.moved());
            new Pen(sql, keyring).write(rows);
        }
    }
}
