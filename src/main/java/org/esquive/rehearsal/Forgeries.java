package org.esquive.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.esquive.message.PhoneNumber;
import org.esquive.rehearsal.Scenario.Staging;

/// Stories in which somebody writes under the numbers of others, so that our replies hit people who never texted.
/// Whoever forges numbers at random finds two in five that nobody has.
final class Forgeries {
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant ATTACK = Instant.parse("2026-03-10T12:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private Forgeries() {}

    /// 10,000 numbers in ten minutes.
    static Scenario many(long seed) {
        Draft draft = new Draft(seed);
        draft.genuine(48, MORNING, QUARTER);
        for (int i = 0; i < 10_000; i++) {
            draft.text(draft.moment(ATTACK, Duration.ofMinutes(10)), draft.stranger(), Role.FORGED);
        }
        return new Scenario(
                "forged",
                "10,000 forged senders in ten minutes",
                "Somebody sends 10,000 texts, each under another number, to have the line text all of them. Somebody"
                        + " who needs it texts every quarter of an hour, before, during and after.",
                Optional.of(ATTACK),
                draft.texts(),
                Staging.PLAIN.where(existing(draft.texts())));
    }

    /// One number 10,000 times, and two others patiently.
    static Scenario oneVictim(long seed) {
        Draft draft = new Draft(seed);
        draft.genuine(48, MORNING, QUARTER);
        PhoneNumber hasty = draft.stranger();
        PhoneNumber patient = draft.stranger();
        PhoneNumber silenced = draft.stranger();
        Duration patience = Duration.ofHours(2);
        draft.wave(new Draft.Wave(ATTACK, Duration.ZERO, 10_000, Duration.ofMillis(60)), List.of(hasty), Role.FORGED);
        draft.wave(
                new Draft.Wave(ATTACK.plus(QUARTER), QUARTER, 24, patience), List.of(patient, silenced), Role.FORGED);
        return new Scenario(
                "one-victim",
                "One number forged 10,000 times in ten minutes, and two others every two hours",
                "Somebody aims the line at one person, 10,000 texts under their number. Two others are forged every two"
                        + " hours for two days; one of those asks for silence after the first reply.",
                Optional.of(ATTACK),
                draft.texts(),
                Staging.PLAIN.with(_ -> List.of(new WantsSilence(hasty), new WantsSilence(silenced))));
    }

    /// The numbers of a block of 1,000, then those of the blocks beside it, slower than any rate that shows.
    static Scenario ranges(long seed) {
        Draft draft = new Draft(seed);
        draft.genuine(48, MORNING, QUARTER);
        List<PhoneNumber> inARow = new ArrayList<>(adjacent(5_551_000, 1_000));
        inARow.addAll(adjacent(5_552_000, 500));
        inARow.addAll(adjacent(5_550_500, 500));
        draft.wave(new Draft.Wave(ATTACK, Duration.ofSeconds(8), 1, Duration.ZERO), inARow, Role.FORGED);
        return new Scenario(
                "ranges",
                "2,000 forged senders whose numbers lie beside each other",
                "Somebody forges a block of 1,000 numbers one after the other and half of each block beside it, one"
                        + " every eight seconds, which no rate shows.",
                Optional.of(ATTACK),
                draft.texts(),
                Staging.PLAIN.where(existing(draft.texts())).lookingAtNeighbours());
    }

    /// One new number every few minutes for three weeks.
    static Scenario slowDrip(long seed) {
        Draft draft = new Draft(seed);
        Duration step = Duration.ofMinutes(7);
        draft.genuine(63, MORNING, Duration.ofHours(8));
        List<PhoneNumber> forged = new ArrayList<>();
        for (int i = 0; i < 4_320; i++) {
            forged.add(draft.stranger());
            draft.text(draft.moment(ATTACK.plus(step.multipliedBy(i)), step), forged.getLast(), Role.FORGED);
        }
        return new Scenario(
                "slow-drip",
                "One forged sender every seven minutes for three weeks",
                "Somebody stays below every rate: 4,320 numbers in three weeks. One in thirty of those who are hit asks"
                        + " for silence. Three people a day need the line.",
                Optional.of(ATTACK),
                draft.texts(),
                Staging.PLAIN.where(existing(draft.texts())).with(_ -> oneInThirty(forged)));
    }

    private static List<PhoneNumber> adjacent(int first, int howMany) {
        return IntStream.range(first, first + howMany)
                .mapToObj(Draft::imaginary)
                .toList();
    }

    private static List<Actor> oneInThirty(List<PhoneNumber> people) {
        return IntStream.range(0, people.size())
                .filter(i -> i % 30 == 0)
                .<Actor>mapToObj(i -> new WantsSilence(people.get(i)))
                .toList();
    }

    /// Two in five of the forged numbers belong to nobody, all others to somebody.
    private static Predicate<PhoneNumber> existing(List<Scenario.Text> texts) {
        Map<PhoneNumber, Boolean> exists = new HashMap<>();
        for (Scenario.Text text : texts) {
            exists.putIfAbsent(text.from(), text.role() != Role.FORGED || exists.size() % 5 > 1);
        }
        return number -> exists.getOrDefault(number, true);
    }

    /// A person who asks for silence, once, a few minutes after the first reply.
    private static final class WantsSilence implements Actor {
        private static final Duration AFTER = Duration.ofMinutes(4);

        private final PhoneNumber number;
        private boolean asked;

        WantsSilence(PhoneNumber number) {
            this.number = number;
        }

        @Override
        public PhoneNumber number() {
            return number;
        }

        @Override
        public List<Scenario.Text> reads(Instant at, String words) {
            if (asked) {
                return List.of();
            }
            asked = true;
            return List.of(new Scenario.Text(at.plus(AFTER), number, Role.FORGED, Scenario.Text.STOP));
        }
    }
}
