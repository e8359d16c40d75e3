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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.esquive.lab.smsc.History;

/// What the ledger says once a run is over, as the last records of its history. It reads the tables with plain
/// queries, and the journals for the words; it asks nothing of the product.
public final class Finals {
    /// What the id of a text ends with whose words are those of an earlier one, which is stored before it.
    public static final String AGAIN = "'2";

    private static final String LEFT_OPEN = "select count(*) from text where state in ('DUE', 'SENDING')";
    private static final String TALLIES = "select line_id, name, sum(count) from tally group by line_id, name";
    private static final String TEXTS = "select id, n, reason from text order by id";
    private static final String REPLIES = "select id, state, provider_id from text where state is not null order by id";

    private final Source source;
    private final Map<String, String> who;
    private final History history;
    private final Set<String> stored = new HashSet<>();

    /// A connection to a ledger, in whichever database it is.
    public interface Connected {
        Connection open() throws SQLException;
    }

    /// Where it is read.
    ///
    /// @param ledger opens the ledger
    /// @param journals what each process of the product wrote beside it
    /// @param lines the number of each line by its id
    public record Source(Connected ledger, List<Path> journals, Map<String, String> lines) {
        /// How many replies still wait or are on their way.
        public long leftOpen() {
            try (Connection connection = ledger.open();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(LEFT_OPEN)) {
                return row.next() ? row.getLong(1) : 0;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /// The first word of each text by its id. The last line of a journal may be torn by a kill, and then its text
        /// was never committed.
        public Map<Long, String> words() throws IOException {
            Map<Long, String> words = new HashMap<>();
            for (Path journal : journals) {
                for (String line : Files.readAllLines(journal, StandardCharsets.UTF_8)) {
                    int space = line.indexOf(' ');
                    if (space > 0) {
                        words.put(Long.parseLong(line.substring(0, space)), line.substring(space + 1));
                    }
                }
            }
            return words;
        }
    }

    /// @param who the fields `line` and `sender` of each id, as JSON
    public Finals(Source source, Map<String, String> who, History history) {
        this.source = source;
        this.who = who;
        this.history = history;
    }

    /// A ledger of one line in a folder, with its journal beside it.
    static Source in(Path folder, String line) {
        return new Source(sqlite(ledgerFile(folder)), List.of(journalFile(folder)), Map.of("demo", line));
    }

    /// A ledger in a file of SQLite.
    public static Connected sqlite(Path file) {
        return () -> DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    static Path ledgerFile(Path folder) {
        return folder.resolve("esquive.db");
    }

    static Path journalFile(Path folder) {
        return folder.resolve("journal.txt");
    }

    /// Writes them, and the end of the run.
    public void write(int quietSeconds) throws IOException {
        Map<Long, String> words = source.words();
        try (Connection connection = source.ledger().open();
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
                tallies(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        history.add("run.end", "\"quiet_s\":" + quietSeconds);
        history.flush();
    }

    private String fields(String id) {
        return who.getOrDefault(id, "\"line\":\"?\",\"sender\":\"?\"") + ",\"id\":" + History.quoted(id);
    }

    private void text(String word, int n, String reason) {
        boolean again = !stored.add(word) && who.containsKey(word + AGAIN);
        String id = again ? word + AGAIN : word;
        String decision = reason == null ? "\"reply\"" : "\"silence\",\"reason\":" + History.quoted(reason);
        history.add("final.in", fields(id) + ",\"n\":" + n + ",\"decision\":" + decision);
    }

    /// Every reply of the lab fits one segment.
    private void reply(String id, String state, String providerId) {
        String given = providerId == null ? "" : ",\"message_id\":" + History.quoted(providerId);
        history.add("final.out", fields(id) + ",\"state\":\"" + state + "\"" + given + ",\"segments\":1,\"charged\":1");
    }

    private void tallies(ResultSet row) throws SQLException {
        Map<String, Map<String, Long>> lines = new TreeMap<>();
        source.lines().keySet().forEach(line -> lines.put(line, new HashMap<>()));
        while (row.next()) {
            lines.computeIfAbsent(row.getString(1), _ -> new HashMap<>()).put(row.getString(2), row.getLong(3));
        }
        lines.forEach(this::tallies);
    }

    /// A reply that was proven not sent gives its charge back.
    private void tallies(String line, Map<String, Long> sums) {
        long silenced = sums.entrySet().stream()
                .filter(sum -> sum.getKey().startsWith("silence."))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long answered = of(sums, "state.SENT") + of(sums, "state.DELIVERED") + of(sums, "state.FAILED");
        long returned = of(sums, "state.REFUSED") + of(sums, "state.EXPIRED") + of(sums, "state.CANCELLED");
        String name = "\"line\":" + History.quoted(source.lines().getOrDefault(line, line));
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
