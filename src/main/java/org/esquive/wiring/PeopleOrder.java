package org.esquive.wiring;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.esquive.console.door.Names;
import org.esquive.console.door.Staff;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.People;
import org.esquive.ledger.People.Outcome;
import org.esquive.ledger.Person;

/// What `esquive people` asks, done by the program that runs or, if none does, by the command itself: `list`,
/// `reset NAME`, `add NAME keeper`, `add NAME watcher`.
public final class PeopleOrder {
    /// Who does it, in the log.
    private static final String BY = "command";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PeopleOrder() {}

    /// What became of it.
    ///
    /// @param done whether it was done
    /// @param text what to say
    public record Answer(boolean done, String text) {
        private static final String DONE = "done ";
        private static final String NOT_DONE = "sorry ";

        static Answer of(String written) {
            boolean done = written.startsWith(DONE);
            return new Answer(done, written.substring(Math.min(written.length(), (done ? DONE : NOT_DONE).length())));
        }

        String written() {
            return (done ? DONE : NOT_DONE) + text;
        }

        /// Without the text, in which a password may be.
        @Override
        public String toString() {
            return "Answer[" + done + "]";
        }
    }

    /// Does what some words ask.
    public static Answer obey(Staff staff, List<String> words) {
        try {
            return switch (words.getFirst()) {
                case "list" -> new Answer(true, list(staff));
                case "reset" -> reset(staff, Names.of(words.get(1)));
                case "add" -> add(staff, Names.of(words.get(1)), words.getLast());
                default -> sorry("there is no such order");
            };
        } catch (LedgerUnavailable failure) {
            return sorry(String.valueOf(failure.getMessage()));
        }
    }

    private static String list(Staff staff) {
        List<Person> people = staff.all();
        return people.isEmpty()
                ? "Nobody yet: the first start makes a keeper."
                : people.stream().map(PeopleOrder::line).collect(Collectors.joining("\n"));
    }

    private static String line(Person person) {
        return "%-32s  %-7s  since %s%s"
                .formatted(
                        person.name(),
                        word(person.role()),
                        DAY.format(person.since()),
                        person.codes().isPresent() ? "  with an app" : "");
    }

    private static Answer reset(Staff staff, String name) {
        return answer(staff.reset(BY, name), name, "Codes are off, and every session of %s is ended.".formatted(name));
    }

    private static Answer add(Staff staff, String name, String role) {
        if (!Names.isGood(name)) {
            return sorry("a name has 2 to 32 letters a to z, digits, points and hyphens, and is not one of ours;"
                    + " choose another");
        }
        Person.Role wanted = role.equals(word(Person.Role.WATCHER)) ? Person.Role.WATCHER : Person.Role.KEEPER;
        return answer(staff.add(BY, name, wanted), name, "%s is a %s.".formatted(name, word(wanted)));
    }

    private static Answer answer(Staff.Made made, String name, String more) {
        return made.outcome() == Outcome.DONE
                ? new Answer(
                        true,
                        "New password of %s: %s\nIt is said once: write it down. %s"
                                .formatted(name, made.password(), more))
                : sorry(why(made.outcome(), name));
    }

    private static String why(Outcome outcome, String name) {
        return switch (outcome) {
            case NOBODY -> "there is nobody called " + name + "; see: esquive people list";
            case TAKEN -> "there is a " + name + " already; choose another name";
            case FULL -> "there are %d people already; remove somebody first".formatted(People.MOST);
            case LAST_KEEPER -> name + " is the last keeper";
            case DONE -> "";
        };
    }

    private static Answer sorry(String why) {
        return new Answer(false, why + ".");
    }

    private static String word(Person.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
