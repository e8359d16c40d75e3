package org.esquive.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A story, read from its file. How it is written stands in `src/test/resources/stories/README.md`.
///
/// @param title the first line
/// @param with settings of the line that differ from the usual ones
/// @param steps what happens, in order
public record Story(String title, Map<String, String> with, List<Step> steps) {
    /// Where the line lives.
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final LocalDate DAY_ONE = LocalDate.parse("2026-03-02");
    private static final Pattern COLUMNS = Pattern.compile("\\s{2,}");
    private static final Pattern MOMENT = Pattern.compile("day (\\d+)\\s+(\\d\\d:\\d\\d)");
    private static final Pattern SENT = Pattern.compile("\\[sent (day \\d+\\s+\\d\\d:\\d\\d)]\\s*");

    /// One line of a story.
    public sealed interface Step {
        /// Where it stands: file and line, for the failure.
        String where();

        /// A text comes in.
        record Text(String where, Instant at, Instant sentAt, String from, String words, String expected)
                implements Step {}

        /// A reply has left by now.
        record Sent(String where, Instant at, String to, String answer) implements Step {}

        /// How many replies somebody got in all.
        record Total(String where, String to, int replies) implements Step {}
    }

    /// Reads a story.
    ///
    /// @throws IllegalArgumentException if a line cannot be read; the message says which
    public static Story read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Map<String, String> with = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (int at = 1; at < lines.size(); at++) {
            String where = file.getFileName() + ":" + (at + 1);
            String line = lines.get(at).strip();
            if (line.startsWith("with ")) {
                String[] setting = line.substring(5).strip().split(" ", 2);
                with.put(setting[0], setting[1].strip());
            } else if (!line.isEmpty()) {
                steps.add(step(where, line));
            }
        }
        return new Story(lines.getFirst().substring(2), with, steps);
    }

    private static Step step(String where, String line) {
        try {
            List<String> columns = new ArrayList<>(List.of(COLUMNS.split(line)));
            if (columns.getFirst().equals("total")) {
                return new Step.Total(
                        where, columns.get(1), Integer.parseInt(columns.get(2).split(" ")[0]));
            }
            Instant at = moment(columns.removeFirst() + " " + columns.removeFirst());
            if (columns.getFirst().equals("sent")) {
                return new Step.Sent(where, at, columns.get(1), columns.get(2));
            }
            Matcher sent = SENT.matcher(columns.get(1));
            boolean late = sent.find();
            String words = late ? sent.replaceFirst("") : columns.get(1);
            return new Step.Text(where, at, late ? moment(sent.group(1)) : at, columns.get(0), words, columns.get(2));
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(where + ": cannot be read: " + line, unreadable);
        }
    }

    private static Instant moment(String words) {
        Matcher moment = MOMENT.matcher(words);
        if (!moment.matches()) {
            throw new IllegalArgumentException("expected a moment such as «day 1  21:00»");
        }
        LocalDate day = DAY_ONE.plusDays(Long.parseLong(moment.group(1)) - 1);
        return day.atTime(LocalTime.parse(moment.group(2))).atZone(ZONE).toInstant();
    }

    /// When day one begins.
    public static Instant beginning() {
        return DAY_ONE.atStartOfDay(ZONE).toInstant();
    }

    /// A duration as stories write it: `none`, `45m`.
    public static Duration duration(String words) {
        return words.equals("none") ? Duration.ZERO : Duration.parse("PT" + words.toUpperCase(java.util.Locale.ROOT));
    }
}
