package org.esquive.console.door;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.ledger.Office;
import org.esquive.ledger.People;
import org.esquive.ledger.People.Outcome;
import org.esquive.ledger.Person;
import org.esquive.ledger.Sessions;
import org.esquive.settings.Secret;

/// What is done to the people of the keepers' side, from a page or by a command. Each deed is written into the log.
public final class Staff {
    private final People people;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Passwords passwords;
    private final InstantSource clock;

    /// What became of a deed that makes a password.
    ///
    /// @param outcome whether it was done
    /// @param password the new one, to be shown once; empty if it was not done
    public record Made(Outcome outcome, String password) {
        /// Without the password.
        @Override
        public String toString() {
            return "Made[" + outcome + "]";
        }
    }

    public Staff(Office office, Passwords passwords, InstantSource clock) {
        this.people = office.people();
        this.sessions = office.sessions();
        this.audit = office.audit();
        this.passwords = passwords;
        this.clock = clock;
    }

    /// Everybody, by name.
    public List<Person> all() {
        return people.all();
    }

    /// Somebody, by name.
    public Optional<Person> find(String name) {
        return people.find(name);
    }

    /// Adds somebody with a new password.
    ///
    /// @param by who does
    /// @param name a good one: see [Names]
    public Made add(String by, String name, Person.Role role) {
        String password = Passwords.random();
        Person person = new Person(name, role, passwords.hash(password), Optional.empty(), clock.instant());
        return made(people.add(person), password, () -> write(by, Deed.PERSON_ADDED, name + ", " + word(role)));
    }

    /// Gives somebody who lost theirs a new password. Codes are off, and their sessions are ended.
    ///
    /// @param by who does
    public Made reset(String by, String name) {
        String password = Passwords.random();
        boolean hadCodes = find(name).flatMap(Person::codes).isPresent();
        return made(people.setPassword(name, passwords.hash(password)), password, () -> {
            var _ = people.clearCodes(name);
            int _ = sessions.endAll(name, "");
            write(by, Deed.PASSWORD_CHANGED, name);
            if (hadCodes) {
                write(by, Deed.CODES_OFF, name);
            }
        });
    }

    /// Changes what somebody may do.
    Outcome setRole(String by, String name, Person.Role role) {
        return done(people.setRole(name, role), () -> write(by, Deed.PERSON_CHANGED, name + ", " + word(role)));
    }

    /// Removes somebody.
    Outcome remove(String by, String name) {
        return done(people.remove(name), () -> write(by, Deed.PERSON_REMOVED, name));
    }

    /// Changes one's own password, and ends one's other sessions.
    void changePassword(Keeper self, String password) {
        var _ = done(people.setPassword(self.name(), passwords.hash(password)), () -> {
            write(self.name(), Deed.PASSWORD_CHANGED, self.name());
            int _ = sessions.endAll(self.name(), self.session());
        });
    }

    /// Asks oneself for codes from now on.
    ///
    /// @param step of the code that proved that the app is set up
    /// @return recovery codes, to be shown once
    List<String> turnCodesOn(Keeper self, Secret secret, long step) {
        List<String> codes = RecoveryCodes.make(new SecureRandom());
        var _ = done(
                people.setCodes(self.name(), secret, step, RecoveryCodes.hashes(self.name(), codes)),
                () -> write(self.name(), Deed.CODES_ON, self.name()));
        return codes;
    }

    /// Asks oneself for codes no more.
    void turnCodesOff(Keeper self) {
        var _ = done(people.clearCodes(self.name()), () -> write(self.name(), Deed.CODES_OFF, self.name()));
    }

    /// How many recovery codes somebody has left.
    int recoveryLeft(String name) {
        return people.recoveryLeft(name);
    }

    /// The sessions of somebody, the one seen last first.
    List<Sessions.Session> sessions(String name) {
        return sessions.of(name);
    }

    /// Ends a session of somebody, or all of them.
    ///
    /// @param key of the session; empty for all
    void endSessions(String by, String name, String key) {
        boolean ended = key.isEmpty() ? sessions.endAll(name, "") > 0 : sessions.end(name, key);
        if (ended) {
            write(by, Deed.SESSION_ENDED, name);
        }
    }

    /// Ends one's other sessions.
    void endOtherSessions(Keeper self) {
        if (sessions.endAll(self.name(), self.session()) > 0) {
            write(self.name(), Deed.SESSION_ENDED, self.name());
        }
    }

    /// Notes that somebody left.
    void noteLeaving(String name) {
        write(name, Deed.SIGNED_OUT, "");
    }

    private void write(String by, Deed deed, String about) {
        audit.append(clock.instant(), by, deed, about);
    }

    private static String word(Person.Role role) {
        return switch (role) {
            case KEEPER -> "keeper";
            case WATCHER -> "watcher";
        };
    }

    private static Made made(Outcome outcome, String password, Runnable then) {
        return new Made(done(outcome, then), outcome == Outcome.DONE ? password : "");
    }

    private static Outcome done(Outcome outcome, Runnable then) {
        if (outcome == Outcome.DONE) {
            then.run();
        }
        return outcome;
    }
}
