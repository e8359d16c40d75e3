package org.esquive.rehearsal;

import java.time.Duration;
import java.util.List;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.FloodLimits;
import org.esquive.settings.Limits;
import org.esquive.settings.Prices;

/// How a line is protected: a column of the table, each with more than the one before.
public enum Protection {
    /// Not at all: every text is answered at once, as in 2017.
    NONE("as in 2017", "answer all"),
    /// Five texts a sender and one reply at a time.
    FIVE("rule of five", "one at a time"),
    /// And the usual caps of a line, and the money of a day.
    LIMITS("+ limits", "usual caps"),
    /// And everything else that is usual: floods, numbers beside each other, the breaker, the gap.
    ALL("all guards", "flood, gap …"),
    /// As a keeper protects a line of their own.
    OWN("your line", "your settings");

    /// Those that come with the program, the weakest first.
    public static final List<Protection> USUAL = List.of(NONE, FIVE, LIMITS, ALL);

    /// What a provider's channel may cost a day, in millionths of a euro.
    static final long MONEY_PER_DAY = 10 * Prices.MICROS;

    private final String name;
    private final String detail;

    Protection(String name, String detail) {
        this.name = name;
        this.detail = detail;
    }

    /// What the column is called.
    String title() {
        return name;
    }

    /// What it is, in a few words.
    String detail() {
        return detail;
    }

    /// Whether the network's reports of what it could not deliver are looked at.
    boolean looksAtReceipts() {
        return this == ALL || this == OWN;
    }

    /// The limits of the line.
    ///
    /// @param besideEachOther whether numbers beside each other are a sign
    /// @throws IllegalArgumentException if they are a keeper's own
    Limits limits(boolean besideEachOther) {
        return switch (this) {
            case NONE, FIVE -> Limits.FIVE_ONLY;
            case LIMITS -> Limits.USUAL.with(FloodLimits.OFF).withGap(Duration.ZERO);
            case ALL -> besideEachOther ? Limits.USUAL : withoutNeighbours(Limits.USUAL);
            case OWN -> throw new IllegalArgumentException("a line of a keeper has limits of its own");
        };
    }

    /// The caps of the channel.
    ///
    /// @throws IllegalArgumentException if they are a keeper's own
    Caps caps() {
        return switch (this) {
            case NONE, FIVE -> Caps.NONE;
            case LIMITS, ALL -> Caps.NONE.with(Cap.MONEY_PER_DAY, MONEY_PER_DAY);
            case OWN -> throw new IllegalArgumentException("a channel of a keeper has caps of its own");
        };
    }

    /// The same limits, to which numbers beside each other are no sign.
    static Limits withoutNeighbours(Limits limits) {
        FloodLimits flood = limits.flood();
        return limits.with(
                new FloodLimits(flood.sendersPerMinute(), flood.textsPerMinute(), 0, flood.calm(), flood.sample()));
    }
}
