package org.esquive.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private final List<Scenario.Text> texts = new ArrayList<>();
    private int sendersSoFar;

    private October2017() {}

    /// 26,000 texts of 4,100 senders: the launch and the raid.
    public static Scenario shortStory() {
        October2017 story = new October2017();
        story.launch();
        story.raid();
        return new Scenario("october-2017", "27 to 30 October 2017, the launch and the raid", story.texts);
    }

    /// 36,000 texts of 9,100 senders: with the press in between.
    public static Scenario longStory() {
        October2017 story = new October2017();
        story.launch();
        story.wave(new Wave(PRESS, 4_500, Duration.ofMillis(7_200), 2, SECOND_TEXT));
        story.wave(new Wave(MONDAY, 500, Duration.ofMillis(115_200), 2, SECOND_TEXT));
        story.raid();
        return new Scenario(
                "october-2017-long", "27 to 30 October 2017, the launch, the press and the raid", story.texts);
    }

    private void launch() {
        wave(new Wave(LAUNCH, 3_000, Duration.ofMillis(57_600), 2, SECOND_TEXT));
    }

    private void raid() {
        wave(new Wave(RAID, 12, Duration.ofMillis(1_200), 1_000, Duration.ofMillis(14_400)));
        wave(new Wave(RAID, 288, Duration.ofSeconds(2), 25, Duration.ofSeconds(576)));
        wave(new Wave(RAID, 800, Duration.ofSeconds(18), 1, Duration.ZERO));
    }

    /// Senders who start one after the other, each with the same number of texts.
    private record Wave(Instant start, int senders, Duration between, int textsEach, Duration spacing) {}

    private void wave(Wave wave) {
        for (int sender = 0; sender < wave.senders(); sender++) {
            PhoneNumber number = new PhoneNumber("+3363998%04d".formatted(sendersSoFar++));
            Instant first = wave.start().plus(wave.between().multipliedBy(sender));
            for (int text = 0; text < wave.textsEach(); text++) {
                texts.add(new Scenario.Text(first.plus(wave.spacing().multipliedBy(text)), number));
            }
        }
    }
}
