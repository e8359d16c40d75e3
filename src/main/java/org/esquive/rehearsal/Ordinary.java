package org.esquive.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.esquive.message.PhoneNumber;

/// What a line has when nobody attacks it: about 40 texts in three weeks, as the service of December 2017 had.
/// The guards must not be noticed.
final class Ordinary {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration EACH = Duration.ofHours(18);
    private static final int PEOPLE = 28;

    private Ordinary() {}

    /// Most text once; every fourth writes again after a minute, every seventh on the next day, one for three
    /// days.
    static Scenario of(long seed) {
        Draft draft = new Draft(seed);
        for (int i = 0; i < PEOPLE; i++) {
            Instant first = draft.moment(START.plus(EACH.multipliedBy(i)), EACH);
            PhoneNumber person = draft.stranger();
            draft.text(first, person, Role.GENUINE);
            if (i % 4 == 0) {
                draft.text(first.plus(Duration.ofMinutes(1)), person, Role.GENUINE);
            }
            if (i == 1 || (i > 0 && i % 7 == 0)) {
                draft.text(first.plus(Duration.ofHours(20)), person, Role.GENUINE);
            }
            if (i == 1) {
                draft.text(first.plus(Duration.ofHours(44)), person, Role.GENUINE);
            }
        }
        return new Scenario(
                "ordinary",
                "40 texts in three weeks, as in December 2017",
                "Nobody attacks: 28 people text when they text, some of them again. The guards must not be noticed.",
                Optional.empty(),
                draft.texts(),
                Scenario.Staging.PLAIN);
    }
}
