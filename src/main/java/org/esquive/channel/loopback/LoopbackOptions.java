package org.esquive.channel.loopback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.esquive.channel.Pace;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Option;

/// The options of a loopback channel.
///
/// @param pace how fast it may be asked to send
/// @param receipts whether an answer is followed by a receipt
/// @param receiptAfter how long after the answer
record LoopbackOptions(Pace pace, boolean receipts, Duration receiptAfter) {
    private static final int DEFAULT_PER_MINUTE = 6_000;
    private static final int MOST_PER_MINUTE = 60_000_000;
    private static final int IN_FLIGHT = 64;
    private static final int DEFAULT_RECEIPT_AFTER = 2;
    private static final int LONGEST_RECEIPT_AFTER = 3_600;
    private static final Set<String> OPTIONS = Option.names(Questions.ALL, false);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");

    /// What is wrong with some settings, in a sentence each.
    static List<String> problems(ChannelSettings settings) {
        List<String> problems = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(settings.options().keySet());
        unknown.addAll(settings.secrets().keySet());
        unknown.removeAll(OPTIONS);
        unknown.forEach(name ->
                problems.add(name + " is not an option of a loopback; known are " + new TreeSet<>(OPTIONS) + "."));
        if (!isNumber(settings, "per-minute", 1, MOST_PER_MINUTE)) {
            problems.add("per-minute is expected to be a number from 1 to " + MOST_PER_MINUTE + ".");
        }
        if (!isNumber(settings, "receipt-after", 0, LONGEST_RECEIPT_AFTER)) {
            problems.add("receipt-after is expected to be 0 to " + LONGEST_RECEIPT_AFTER + " seconds.");
        }
        if (!Set.of("on", "off").contains(settings.option("receipts").orElse("on"))) {
            problems.add("receipts is expected to be on or off.");
        }
        return problems;
    }

    /// @throws IllegalArgumentException if there are problems
    static LoopbackOptions of(ChannelSettings settings) {
        List<String> problems = problems(settings);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        return new LoopbackOptions(
                new Pace(number(settings, "per-minute", DEFAULT_PER_MINUTE), IN_FLIGHT),
                settings.option("receipts").orElse("on").equals("on"),
                Duration.ofSeconds(number(settings, "receipt-after", DEFAULT_RECEIPT_AFTER)));
    }

    private static boolean isNumber(ChannelSettings settings, String name, int least, int most) {
        return settings.option(name)
                .map(value -> NUMBER.matcher(value).matches()
                        && Integer.parseInt(value) >= least
                        && Integer.parseInt(value) <= most)
                .orElse(true);
    }

    private static int number(ChannelSettings settings, String name, int usual) {
        return settings.option(name).map(Integer::parseInt).orElse(usual);
    }
}
