package org.esquive.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.esquive.message.PhoneNumber;

/// The four days that killed the first number, 27 to 30 October 2017, rebuilt from what the press published:
/// 6,000 texts of 3,000 curious people, then 20,000 texts in four hours, some people texting by the thousand.
///
/// Sources: Guardian and franceinfo (launch, Friday 16:00 Paris time; bill above EUR 600 by Sunday),
/// newsmonkey.be (6,000 texts of about 3,000 people), franceinfo 2444456 (10,000 texts on Monday, 25,000 since
/// Friday), Numerama 302215 (more than 20,000 texts on Monday from 16:00 to 20:00), all of October and November
/// 2017. The mix inside the raid is our assumption; the sources do not agree on the total, so there is a short
/// story and a long one.
public final class October2017 {
    private static final Instant LAUNCH = Instant.parse("2017-10-27T14:00:00Z");
    private static final Instant PRESS = Instant.parse("2017-10-29T14:00:00Z");
    private static final Instant MONDAY = Instant.parse("2017-10-29T23:00:00Z");
    private static final Instant RAID = Instant.parse("2017-10-30T15:00:00Z");
    private static final Duration SECOND_TEXT = Duration.ofMinutes(5);
    private static final String STORY =
            "A number is launched on a Friday and its name goes round. On Monday afternoon a forum turns on it: 20,000"
                    + " texts in four hours, from 1,100 people, twelve of them by the thousand. Genuine are all who text"
                    + " before that: they want to see what it answers.";

    private final Draft draft = new Draft(0);
    private int sendersSoFar;

    private October2017() {}

    /// 26,000 texts of 4,100 senders: the launch and the raid.
    public static Scenario shortStory() {
        October2017 story = new October2017();
        story.launch();
        story.raid();
        return story.named("october-2017", "27 to 30 October 2017, the launch and the raid");
    }

    /// 36,000 texts of 9,100 senders: with the press in between.
    public static Scenario longStory() {
        October2017 story = new October2017();
        story.launch();
        story.wave(4_500, Role.GENUINE, new Draft.Wave(PRESS, Duration.ofMillis(7_200), 2, SECOND_TEXT));
        story.wave(500, Role.GENUINE, new Draft.Wave(MONDAY, Duration.ofMillis(115_200), 2, SECOND_TEXT));
        story.raid();
        return story.named("october-2017-long", "27 to 30 October 2017, the launch, the press and the raid");
    }

    private Scenario named(String name, String title) {
        return new Scenario(name, title, STORY, Optional.of(RAID), draft.texts(), Scenario.Staging.PLAIN);
    }

    private void launch() {
        wave(3_000, Role.GENUINE, new Draft.Wave(LAUNCH, Duration.ofMillis(57_600), 2, SECOND_TEXT));
    }

    private void raid() {
        wave(12, Role.RAIDER, new Draft.Wave(RAID, Duration.ofMillis(1_200), 1_000, Duration.ofMillis(14_400)));
        wave(288, Role.RAIDER, new Draft.Wave(RAID, Duration.ofSeconds(2), 25, Duration.ofSeconds(576)));
        wave(800, Role.RAIDER, new Draft.Wave(RAID, Duration.ofSeconds(18), 1, Duration.ZERO));
    }

    private void wave(int senders, Role role, Draft.Wave wave) {
        List<PhoneNumber> numbers = IntStream.range(sendersSoFar, sendersSoFar + senders)
                .mapToObj(Draft::reserved)
                .toList();
        sendersSoFar += senders;
        draft.wave(wave, numbers, role);
    }
}
