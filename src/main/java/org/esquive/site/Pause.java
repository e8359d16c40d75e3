package org.esquive.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.esquive.policy.Hold;

/// That a line does not answer for now, in the words of the page: until about when, and never why. A reason would tell
/// an attacker which limit was met, and an exact time which one is next.
///
/// @param key a message
/// @param until about when it answers again, as the message says it; empty if nobody knows
record Pause(String key, String until) {
    /// What ends before this is told without a time.
    private static final Duration BRIEF = Duration.ofMinutes(10);

    /// Times are rounded up to this.
    private static final int STEP = 15;

    /// What ends later than this is told by its day.
    private static final Duration SOON = Duration.ofHours(20);

    /// What a date and a time are made of; how, the language says.
    private static final String DAY = "MMMMd";

    private static final String HOUR = "Hm";

    /// The pause that some holds make, if they make one. What is over before anybody has read of it is not told.
    ///
    /// @param zone of the line
    /// @param language of the page
    static Optional<Pause> of(List<Hold> holds, Instant now, ZoneId zone, Language language) {
        List<Hold> lasting = holds.stream()
                .filter(Hold::pauses)
                .filter(hold -> hold.cause() != Hold.Cause.REPLIES_PER_MINUTE)
                .toList();
        if (lasting.isEmpty()) {
            return Optional.empty();
        }
        boolean open = lasting.stream().anyMatch(hold -> hold.until().isEmpty());
        Optional<Instant> end =
                lasting.stream().flatMap(hold -> hold.until().stream()).max(Instant::compareTo);
        return Optional.of(open || end.isEmpty() ? new Pause("page.muted", "") : until(end.get(), now, zone, language));
    }

    private static Pause until(Instant end, Instant now, ZoneId zone, Language language) {
        if (end.isBefore(now.plus(BRIEF))) {
            return new Pause("page.paused.soon", "");
        }
        ZonedDateTime about = roundedUp(end.atZone(zone));
        return end.isAfter(now.plus(SOON))
                ? new Pause("page.paused.day", told(about, DAY, language))
                : new Pause("page.paused.time", told(about, HOUR, language));
    }

    private static String told(ZonedDateTime about, String parts, Language language) {
        return about.format(DateTimeFormatter.ofLocalizedPattern(parts).withLocale(language.formats()));
    }

    private static ZonedDateTime roundedUp(ZonedDateTime exact) {
        ZonedDateTime minute = exact.withSecond(0).withNano(0);
        long over = minute.getMinute() % STEP;
        boolean even = over == 0 && minute.equals(exact);
        return even ? exact : minute.plusMinutes(STEP - over);
    }
}
