package org.esquive.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a text becomes segments, the unit that networks carry and bill. A text of the 7-bit alphabet takes 160
/// septets, or 153 in each of several segments; one character outside of it, and the whole text takes 70 UTF-16
/// units, or 67. The difference is the header by which a phone joins the segments again (3GPP TS 23.040, section
/// 9.2.3.24.1).
public final class Segments {

    /// How the characters of a text travel.
    public enum Encoding {
        /// The 7-bit alphabet, counted in septets.
        GSM_7(160, 153),
        /// UTF-16, as phones really read what the standard calls UCS-2; counted in 16-bit units.
        UCS_2(70, 67);

        private final int alone;
        private final int joined;

        Encoding(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }

        /// Most units of a text that is one segment.
        public int alone() {
            return alone;
        }

        /// Most units of each segment of a longer text.
        public int joined() {
            return joined;
        }
    }

    /// What a reader sees as one character, such as a flag or a letter with its accents.
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private final String text;
    private final Encoding encoding;
    private final int units;
    private final int count;

    private Segments(String text, Encoding encoding, int units) {
        this.text = text;
        this.encoding = encoding;
        this.units = units;
        this.count = units <= encoding.alone ? 1 : countOfSeveral();
    }

    /// The segments of a text. An empty text is one segment too: it is sent, and billed.
    public static Segments of(String text) {
        int septets = Gsm7.DEFAULT.septets(text);
        return septets < 0
                ? new Segments(text, Encoding.UCS_2, text.length())
                : new Segments(text, Encoding.GSM_7, septets);
    }

    /// How the text travels.
    public Encoding encoding() {
        return encoding;
    }

    /// The length of the text: septets or UTF-16 units.
    public int units() {
        return units;
    }

    /// How many segments the text takes, from 1. A header can number 255.
    public int count() {
        return count;
    }

    /// The words of each segment in order; joined they are the text. An escape or surrogate pair is never split,
    /// and what a reader sees as one character only where sparing it would cost one more segment.
    public List<String> parts() {
        if (count == 1) {
            return List.of(text);
        }
        List<String> clusters = encoding == Encoding.UCS_2 ? cutBetweenClusters() : List.of();
        boolean fit = clusters.size() == count && clusters.stream().allMatch(part -> part.length() <= encoding.joined);
        return fit ? clusters : cut();
    }

    private int countOfSeveral() {
        int segments = 0;
        for (int start = 0; start < text.length(); start = end(start)) {
            segments++;
        }
        return segments;
    }

    private List<String> cut() {
        List<String> parts = new ArrayList<>(count);
        for (int start = 0; start < text.length(); start = end(start)) {
            parts.add(text.substring(start, end(start)));
        }
        return List.copyOf(parts);
    }

    /// Where the fullest segment that begins at a place ends.
    private int end(int start) {
        return switch (encoding) {
            case GSM_7 -> endOfSeptets(start);
            case UCS_2 -> endOfUnits(start);
        };
    }

    private int endOfSeptets(int start) {
        int end = start;
        int room = encoding.joined;
        while (end < text.length() && Gsm7.DEFAULT.width(text.charAt(end)) <= room) {
            room -= Gsm7.DEFAULT.width(text.charAt(end));
            end++;
        }
        return end;
    }

    private int endOfUnits(int start) {
        int end = Math.min(start + encoding.joined, text.length());
        boolean splits = end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
        return splits ? end - 1 : end;
    }

    private List<String> cutBetweenClusters() {
        List<String> parts = new ArrayList<>(count);
        Matcher cluster = CLUSTER.matcher(text);
        int start = 0;
        while (cluster.find()) {
            if (cluster.end() - start > encoding.joined) {
                parts.add(text.substring(start, cluster.start()));
                start = cluster.start();
            }
        }
        parts.add(text.substring(start));
        return List.copyOf(parts);
    }

    /// Without the words.
    @Override
    public String toString() {
        return "Segments[%s, units=%d, count=%d]".formatted(encoding, units, count);
    }
}
