package org.esquive.rehearsal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Segments;

/// Sees every text come in and every reply leave, and knows in the end who was reached.
final class Witness {
    private final Map<PhoneNumber, Person> people = new HashMap<>();
    private final Predicate<PhoneNumber> exists;
    private long texts;
    private long replies;
    private long segments;
    private int afterStop;
    private int afterRestart;
    private boolean restarted;

    /// What is known of a number.
    private static final class Person {
        private final Role role;
        private final boolean exists;
        private int replies;
        private boolean wantsSilence;
        private boolean confirmed;

        Person(Role role, boolean exists) {
            this.role = role;
            this.exists = exists;
        }
    }

    Witness(Predicate<PhoneNumber> exists) {
        this.exists = exists;
    }

    void comes(Scenario.Text text) {
        texts++;
        Person person = people.computeIfAbsent(text.from(), from -> new Person(text.role(), exists.test(from)));
        person.wantsSilence = person.wantsSilence || text.words().equals(Scenario.Text.STOP);
    }

    void leaves(PhoneNumber to, String words) {
        replies++;
        segments += Segments.of(words).count();
        Person person = people.get(to);
        if (person == null) {
            throw new IllegalStateException("a reply left to somebody who is not of the story");
        }
        person.replies++;
        if (person.wantsSilence && person.confirmed) {
            afterStop++;
        }
        person.confirmed = person.wantsSilence;
        if (restarted && person.role == Role.ROBOT) {
            afterRestart++;
        }
    }

    void restarts() {
        restarted = true;
    }

    long texts() {
        return texts;
    }

    long replies() {
        return replies;
    }

    long segments() {
        return segments;
    }

    Reached reached() {
        Map<Role, Integer> all = new EnumMap<>(Role.class);
        Map<Role, Integer> reached = new EnumMap<>(Role.class);
        Map<Role, Integer> most = new EnumMap<>(Role.class);
        for (Person person : people.values()) {
            if (person.exists) {
                all.merge(person.role, 1, Integer::sum);
                reached.merge(person.role, person.replies > 0 ? 1 : 0, Integer::sum);
                most.merge(person.role, person.replies, Math::max);
            }
        }
        return new Reached(all, reached, most, afterStop, afterRestart);
    }
}
