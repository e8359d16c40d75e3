package org.esquive.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.esquive.message.PhoneNumber;

/// A story while it is written. The same seed writes the same story.
final class Draft {
    /// Nobody has them: they begin like those reserved for stories and are three digits longer.
    private static final int IMAGINARY = 10_000_000;

    private final List<Scenario.Text> texts = new ArrayList<>();
    private final Set<PhoneNumber> strangers = new HashSet<>();
    private final Random chance;

    Draft(long seed) {
        this.chance = new Random(seed);
    }

    /// Senders who start one after the other, each with the same number of texts.
    ///
    /// @param start when the first starts
    /// @param between how long until the next starts
    /// @param textsEach texts of each
    /// @param spacing between the texts of one
    record Wave(Instant start, Duration between, int textsEach, Duration spacing) {}

    List<Scenario.Text> texts() {
        return texts;
    }

    /// What is picked by chance follows from the seed.
    Random chance() {
        return chance;
    }

    /// One of the numbers reserved for stories.
    ///
    /// @param lastFour 0 to 9,999
    static PhoneNumber reserved(int lastFour) {
        return new PhoneNumber("+3363998%04d".formatted(lastFour));
    }

    /// An imaginary number.
    ///
    /// @param lastSeven 0 to 9,999,999
    static PhoneNumber imaginary(int lastSeven) {
        return new PhoneNumber("+3363998%07d".formatted(lastSeven));
    }

    /// An imaginary number that nobody had so far.
    PhoneNumber stranger() {
        PhoneNumber number = imaginary(chance.nextInt(IMAGINARY));
        while (!strangers.add(number)) {
            number = imaginary(chance.nextInt(IMAGINARY));
        }
        return number;
    }

    void text(Instant at, PhoneNumber from, Role role) {
        texts.add(new Scenario.Text(at, from, role, Scenario.Text.PLAIN));
    }

    /// Senders who start one after the other.
    void wave(Wave wave, List<PhoneNumber> senders, Role role) {
        for (int sender = 0; sender < senders.size(); sender++) {
            Instant first = wave.start().plus(wave.between().multipliedBy(sender));
            for (int text = 0; text < wave.textsEach(); text++) {
                text(first.plus(wave.spacing().multipliedBy(text)), senders.get(sender), role);
            }
        }
    }

    /// People who text once, one in each stretch of time, at some moment of it.
    void genuine(int people, Instant from, Duration each) {
        for (int person = 0; person < people; person++) {
            text(moment(from.plus(each.multipliedBy(person)), each), stranger(), Role.GENUINE);
        }
    }

    /// Some moment within a time.
    Instant moment(Instant from, Duration within) {
        return from.plusMillis(chance.nextLong(within.toMillis()));
    }
}
