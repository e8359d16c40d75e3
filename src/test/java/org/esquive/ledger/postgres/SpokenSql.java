package org.esquive.ledger.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The log of a server that writes down every statement, read back.
///
/// @param statements in the order in which they were executed
record SpokenSql(List<Statement> statements) {
    /// What the server begins each entry with, so that statements of several lines can be told apart.
    static final Map<String, String> SETTINGS = Map.of("log_statement", "all", "log_line_prefix", "@%p@ ");

    private static final Pattern ENTRY = Pattern.compile("(?m)^@(\\d+)@ (LOG|DETAIL): {2}");
    private static final Pattern EXECUTED = Pattern.compile("(?s)^(?:execute [^:]+|statement): (.*)$");
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+(" + String.join("|", Distribution.TABLES) + ")\\b");
    private static final Pattern LINE = Pattern.compile("(?i)\\bline_id = (?:\\$\\d|\\w+\\.line_id)"
            + "|\\(line_id,[^)]*\\)\\s*values \\(\\$\\d|select line\\.line_id");

    /// A statement with its values.
    ///
    /// @param session who executed it
    record Statement(String session, String words, String values) {
        /// How many tables that are spread by line it touches.
        int spreadTables() {
            return (int) TABLE.matcher(words).results().count();
        }

        /// Whether it says for each of them which line is meant.
        boolean namesTheLine() {
            return LINE.matcher(words).results().count() >= spreadTables();
        }
    }

    static SpokenSql in(String log) {
        List<Statement> statements = new ArrayList<>();
        Matcher entry = ENTRY.matcher(log);
        List<int[]> bounds = new ArrayList<>();
        List<String[]> kinds = new ArrayList<>();
        while (entry.find()) {
            bounds.add(new int[] {entry.start(), entry.end()});
            kinds.add(new String[] {entry.group(1), entry.group(2)});
        }
        for (int i = 0; i < bounds.size(); i++) {
            int end = i + 1 < bounds.size() ? bounds.get(i + 1)[0] : log.length();
            String body = log.substring(bounds.get(i)[1], end).strip();
            Matcher executed = EXECUTED.matcher(body);
            if (kinds.get(i)[1].equals("LOG") && executed.matches()) {
                statements.add(new Statement(kinds.get(i)[0], executed.group(1), ""));
            } else if (kinds.get(i)[1].equals("DETAIL") && !statements.isEmpty()) {
                Statement of = statements.removeLast();
                statements.add(new Statement(of.session(), of.words(), body));
            }
        }
        return new SpokenSql(statements);
    }

    /// The statements of each transaction that touch tables that are spread by line.
    List<List<Statement>> transactions() {
        Map<String, List<Statement>> open = new HashMap<>();
        List<List<Statement>> all = new ArrayList<>();
        for (Statement statement : statements) {
            List<Statement> mine = open.computeIfAbsent(statement.session(), _ -> new ArrayList<>());
            if (statement.words().startsWith("BEGIN")) {
                mine.clear();
            } else if (statement.words().startsWith("COMMIT")) {
                all.add(List.copyOf(mine));
                mine.clear();
            } else if (statement.spreadTables() > 0) {
                mine.add(statement);
            }
        }
        return all.stream().filter(one -> !one.isEmpty()).collect(Collectors.toList());
    }
}
