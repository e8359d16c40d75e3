package org.esquive.lab.storm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.esquive.lab.smsc.History;

/// What the ledger says once a run is over, as the last records of its history. It reads the tables with plain
/// queries, and the journal for the words; it asks nothing of the product.
final class Finals {
    private static final String LEFT_OPEN = "select count(*) from text where state in ('DUE', 'SENDING')";
    private static final String TALLIES = "select name, sum(count) from tally group by name";
    private static final String TEXTS = "select id, n, reason from text order by id";
    private static final String REPLIES = "select id, state, provider_id from text where state is not null order by id";

    private final Path folder;
    private final Map<String, String> who;
    private final History history;

    /// @param who the fields `line` and `sender` of each id, as JSON
    Finals(Path folder, Map<String, String> who, History history) {
        this.folder = folder;
        this.who = who;
        this.history = history;
    }

    static Path ledgerFile(Path folder) {
        return folder.resolve("esquive.db");
    }

    static Path journalFile(Path folder) {
        return folder.resolve("journal.txt");
    }

    /// How many replies still wait or are on their way.
    static long leftOpen(Path folder) {
        try (Connection connection = connect(folder);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LEFT_OPEN)) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(Path folder) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + ledgerFile(folder));
    }

    /// Writes them, and the end of the run.
    void write(String line, int quietSeconds) throws IOException {
        Map<Long, String> words = words();
        try (Connection connection = connect(folder);
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(TEXTS)) {
                while (row.next()) {
                    text(words.get(row.getLong(1)), row.getInt(2), row.getString(3));
                }
            }
            try (ResultSet row = statement.executeQuery(REPLIES)) {
                while (row.next()) {
                    reply(words.get(row.getLong(1)), row.getString(2), row.getString(3));
                }
            }
            try (ResultSet row = statement.executeQuery(TALLIES)) {
                tallies(line, row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        history.add("run.end", "\"quiet_s\":" + quietSeconds);
        history.flush();
    }

    /// The journal: the last line may be torn by a kill, and then its text was never committed.
    private Map<Long, String> words() throws IOException {
        Map<Long, String> words = new HashMap<>();
        for (String line : Files.readAllLines(journalFile(folder), StandardCharsets.UTF_8)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                words.put(Long.parseLong(line.substring(0, space)), line.substring(space + 1));
            }
        }
        return words;
    }

    private String fields(String id) {
        return who.getOrDefault(id, "\"line\":\"?\",\"sender\":\"?\"") + ",\"id\":" + History.quoted(id);
    }

    private void text(String id, int n, String reason) {
        String decision = reason == null ? "\"reply\"" : "\"silence\",\"reason\":" + History.quoted(reason);
        history.add("final.in", fields(id) + ",\"n\":" + n + ",\"decision\":" + decision);
    }

    /// Every reply of the lab fits one segment.
    private void reply(String id, String state, String providerId) {
        String given = providerId == null ? "" : ",\"message_id\":" + History.quoted(providerId);
        history.add("final.out", fields(id) + ",\"state\":\"" + state + "\"" + given + ",\"segments\":1,\"charged\":1");
    }

    /// A reply that was proven not sent gives its charge back.
    private void tallies(String line, ResultSet row) throws SQLException {
        Map<String, Long> sums = new HashMap<>();
        while (row.next()) {
            sums.put(row.getString(1), row.getLong(2));
        }
        long silenced = sums.entrySet().stream()
                .filter(sum -> sum.getKey().startsWith("silence."))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long answered = of(sums, "state.SENT") + of(sums, "state.DELIVERED") + of(sums, "state.FAILED");
        long returned = of(sums, "state.REFUSED") + of(sums, "state.EXPIRED") + of(sums, "state.CANCELLED");
        String name = "\"line\":" + History.quoted(line);
        history.add(
                "final.page",
                name + ",\"received\":" + of(sums, "text") + ",\"answered\":" + answered + ",\"silenced\":" + silenced
                        + ",\"unknown\":" + of(sums, "state.UNKNOWN"));
        history.add("final.budget", name + ",\"segments\":" + (of(sums, "segments") - returned) + ",\"money\":0");
    }

    private static long of(Map<String, Long> sums, String name) {
        return sums.getOrDefault(name, 0L);
    }
}
