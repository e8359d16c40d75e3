package org.esquive.settings;

import java.time.Duration;

/// How much a line answers.
///
/// @param textsPerSender texts of a sender that may be answered, 1 to 5: never more than five
/// @param memory how long after their last text a sender is forgotten, 1 to 365 days
/// @param stale how late a text may arrive and still be answered; a reply later than this after its due time
/// expires
/// @param gap a text that comes so soon after an answer of ours is taken for a machine's, 0 to 1 hour
/// @param caps how much is said at the most
/// @param flood when what comes in is a flood
public record Limits(int textsPerSender, Duration memory, Duration stale, Duration gap, Caps caps, FloodLimits flood) {
    /// Never more than five answers to a sender.
    public static final int MOST_TEXTS = 5;
    /// Shortest memory of a sender.
    public static final Duration LEAST_MEMORY = Duration.ofDays(1);
    /// Longest memory of a sender.
    public static final Duration MOST_MEMORY = Duration.ofDays(365);
    /// Shortest time after which a text is too old to be answered.
    public static final Duration LEAST_STALE = Duration.ofMinutes(1);
    /// Longest time after which a text is too old to be answered.
    public static final Duration MOST_STALE = Duration.ofDays(7);
    /// Longest time after an answer in which a text is taken for a machine's.
    public static final Duration MOST_GAP = Duration.ofHours(1);

    /// Most replies a day to numbers that begin alike.
    public static final int MOST_PER_PREFIX = 1_000_000;

    /// The caps of a line unless its keeper says otherwise: 200 replies a day, to 30 people an hour and 200 a day who
    /// were never replied to. What its channel bears is a limit of the channel.
    public static final Caps USUAL_CAPS = Caps.NONE
            .with(Cap.REPLIES_PER_DAY, 200)
            .with(Cap.NEW_RECIPIENTS_PER_HOUR, 30)
            .with(Cap.NEW_RECIPIENTS_PER_DAY, 200);

    /// Five texts, 30 days, six hours, a minute, and the usual caps and signs of a flood.
    public static final Limits USUAL = new Limits(
            5, Duration.ofDays(30), Duration.ofHours(6), Duration.ofMinutes(1), USUAL_CAPS, FloodLimits.USUAL);

    /// Five texts, 30 days, six hours, and nothing else: where only the rule of five is to hold.
    public static final Limits FIVE_ONLY =
            USUAL.with(Caps.NONE).with(FloodLimits.OFF).withGap(Duration.ZERO);

    /// @throws IllegalArgumentException if a limit is out of its range
    public Limits {
        if (textsPerSender < 1 || textsPerSender > MOST_TEXTS) {
            throw new IllegalArgumentException("expected 1 to 5 texts per sender");
        }
        if (memory.compareTo(LEAST_MEMORY) < 0 || memory.compareTo(MOST_MEMORY) > 0) {
            throw new IllegalArgumentException("expected a memory of 1 to 365 days");
        }
        if (stale.compareTo(LEAST_STALE) < 0 || stale.compareTo(MOST_STALE) > 0) {
            throw new IllegalArgumentException("expected 1 minute to 7 days");
        }
        if (gap.isNegative() || gap.compareTo(MOST_GAP) > 0) {
            throw new IllegalArgumentException("expected a gap of 0 to 1 hour");
        }
    }

    /// The same with other caps.
    public Limits with(Caps others) {
        return new Limits(textsPerSender, memory, stale, gap, others, flood);
    }

    /// The same with other signs of a flood.
    public Limits with(FloodLimits others) {
        return new Limits(textsPerSender, memory, stale, gap, caps, others);
    }

    /// The same with another gap.
    public Limits withGap(Duration other) {
        return new Limits(textsPerSender, memory, stale, other, caps, flood);
    }
}
