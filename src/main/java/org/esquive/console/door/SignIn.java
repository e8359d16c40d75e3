package org.esquive.console.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.ledger.Office;
import org.esquive.ledger.People;
import org.esquive.ledger.Person;
import org.esquive.settings.Secret;

/// Signing in: name, password and, for those who set it up, a code of their app. Whatever is wrong, the answer is the
/// same and takes as long.
public final class SignIn {
    /// Failures under a name are written down this often at most, so that nobody can fill the log.
    private static final Duration BETWEEN_ENTRIES = Duration.ofMinutes(1);

    private static final int MOST_NAMES = People.MOST;
    private static final int DIGITS = 6;

    private final People people;
    private final AuditLog audit;
    private final Passwords passwords;
    private final Brake brake;
    private final InstantSource clock;
    private final Totp totp = new Totp();
    private final Map<String, Instant> written = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /// What somebody brings.
    ///
    /// @param name as it is stored
    /// @param password in clear
    /// @param code of their app, or a recovery code; empty if they brought none
    /// @param browser what they come with, in a word or two
    record Attempt(String name, String password, String code, String browser) {
        /// Without what is secret.
        @Override
        public String toString() {
            return "Attempt[" + name + "]";
        }
    }

    /// What became of it.
    sealed interface Result {
        record In(Person person) implements Result {}

        record Wrong() implements Result {}

        /// @param pause until there is any use in trying again
        record TooFast(Duration pause) implements Result {}
    }

    public SignIn(Office office, Passwords passwords, Brake brake, InstantSource clock) {
        this.people = office.people();
        this.audit = office.audit();
        this.passwords = passwords;
        this.brake = brake;
        this.clock = clock;
    }

    /// Tries to sign somebody in.
    Result attempt(Attempt attempt, Brake.From from) {
        Duration wait = brake.tryFrom(from);
        if (!wait.isZero()) {
            return new Result.TooFast(wait);
        }
        Optional<Person> person = people.find(attempt.name());
        boolean right = passwords.matches(attempt.password(), person.map(Person::password));
        if (person.isEmpty() || !right || !isCodeRight(person.get(), attempt.code(), from)) {
            person.ifPresent(each -> writeFailure(each.name(), attempt.browser()));
            return new Result.Wrong();
        }
        brake.forgive(from);
        renewHash(person.get(), attempt.password());
        audit.append(clock.instant(), attempt.name(), Deed.SIGNED_IN, attempt.browser());
        return new Result.In(person.get());
    }

    /// Whether somebody who is signed in knows their password, asked before something grave. It is slowed like an
    /// attempt to sign in.
    boolean isPassword(Person person, String password) {
        Brake.From from = new Brake.From.Known("session of " + person.name());
        if (!brake.tryFrom(from).isZero()) {
            return false;
        }
        boolean right = passwords.matches(password, Optional.of(person.password()));
        if (right) {
            brake.forgive(from);
        }
        return right;
    }

    private boolean isCodeRight(Person person, String code, Brake.From from) {
        if (person.codes().isEmpty()) {
            return true;
        }
        if (!brake.tryCode(from, person.name()).isZero()) {
            return false;
        }
        boolean right = useCode(person.name(), person.codes().get(), RecoveryCodes.digits(code));
        if (right) {
            brake.forgiveCode(from, person.name());
        }
        return right;
    }

    private boolean useCode(String name, Secret secret, String digits) {
        if (digits.length() != DIGITS) {
            return people.useRecovery(name, RecoveryCodes.hash(name, digits));
        }
        OptionalLong step = totp.stepOf(digits, secret, clock.instant());
        return step.isPresent() && people.useStep(name, step.getAsLong());
    }

    private void renewHash(Person person, String password) {
        if (passwords.isOld(person.password())) {
            var _ = people.setPassword(person.name(), passwords.hash(password));
        }
    }

    private void writeFailure(String name, String browser) {
        Instant now = clock.instant();
        synchronized (written) {
            Instant last = written.get(name);
            if (last != null && now.isBefore(last.plus(BETWEEN_ENTRIES))) {
                return;
            }
            written.put(name, now);
        }
        audit.append(now, name, Deed.NOT_SIGNED_IN, browser);
    }
}
