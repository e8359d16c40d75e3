package org.esquive.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.esquive.console.door.Passwords;
import org.esquive.ledger.People;
import org.esquive.ledger.Person;

/// The first keeper, who is there before anybody could add them. Their password is made at random at the first start
/// and told once; only its hash is kept. A demonstration makes a new one at each start.
///
/// @param fresh the password in clear, if it was made just now
record KeeperAccount(Optional<String> fresh) {
    /// What they sign in with.
    static final String NAME = "keeper";

    /// Sees to it that there is a keeper.
    static KeeperAccount prepare(
            EsquiveProperties properties, People people, Passwords passwords, InstantSource clock) {
        if (properties.demo()) {
            return passing(people, passwords, clock);
        }
        if (people.all().stream().anyMatch(Person::isKeeper)) {
            return new KeeperAccount(Optional.empty());
        }
        return takenOver(properties.formerAccountFile(), people, clock).orElseGet(() -> {
            String password = Passwords.random();
            boolean ours = people.add(keeper(passwords.hash(password), clock)) != People.Outcome.TAKEN;
            return new KeeperAccount(Optional.of(password).filter(_ -> ours));
        });
    }

    /// A keeper whose password ends with the program, as in a demonstration.
    private static KeeperAccount passing(People people, Passwords passwords, InstantSource clock) {
        String password = Passwords.random();
        String hash = passwords.hashOfPassing(password);
        if (people.add(keeper(hash, clock)) == People.Outcome.TAKEN) {
            var _ = people.setPassword(NAME, hash);
            var _ = people.clearCodes(NAME);
        }
        return new KeeperAccount(Optional.of(password));
    }

    /// Until there were people, the hash of the one password was in a file of its own: whoever knows it still comes
    /// in.
    private static Optional<KeeperAccount> takenOver(Path file, People people, InstantSource clock) {
        Optional<String> hash = new PrivateFile(file, "The keeper's account").read();
        hash.ifPresent(each -> {
            var _ = people.add(keeper(each, clock));
            remove(file);
        });
        return hash.map(_ -> new KeeperAccount(Optional.empty()));
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new CannotStart(
                    file + " is in the database now and could not be removed: remove it, and start again.", failure);
        }
    }

    private static Person keeper(String hash, InstantSource clock) {
        return new Person(NAME, Person.Role.KEEPER, hash, Optional.empty(), clock.instant());
    }

    /// Without the password.
    @Override
    public String toString() {
        return "KeeperAccount[***]";
    }
}
