package org.esquive.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.message.PhoneNumber;

/// A raid on an ordinary line: 300 SIMs, 20 of them in the hands of scripts, while a few people need the line.
final class Raid {
    private static final Instant DAY = Instant.parse("2026-03-07T12:00:00Z");
    private static final Instant RAID = Instant.parse("2026-03-07T18:00:00Z");
    private static final int SCRIPTS = 20;
    private static final int PEOPLE = 280;
    private static final int GENUINE = 48;

    private Raid() {}

    static Scenario of(long seed) {
        Draft draft = new Draft(seed);
        draft.genuine(GENUINE, DAY, Duration.ofMinutes(30));
        draft.wave(
                new Draft.Wave(RAID, Duration.ofMillis(700), 1_000, Duration.ofMillis(14_400)),
                strangers(draft, SCRIPTS),
                Role.RAIDER);
        draft.wave(
                new Draft.Wave(RAID, Duration.ofSeconds(2), 4, Duration.ofMinutes(55)),
                strangers(draft, PEOPLE),
                Role.RAIDER);
        return new Scenario(
                "raid",
                "300 SIMs for four hours, 20 of them scripts with 1,000 texts each",
                "On an ordinary Saturday 300 SIMs turn on a line within ten minutes. Somebody who needs it texts every"
                        + " half hour, before, during and after.",
                Optional.of(RAID),
                draft.texts(),
                Scenario.Staging.PLAIN);
    }

    private static List<PhoneNumber> strangers(Draft draft, int howMany) {
        return Stream.generate(draft::stranger).limit(howMany).toList();
    }
}
