package org.esquive.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.esquive.settings.Secret;

/// Who may come in on the keepers' side. There is always a keeper once there was one: what would leave none is
/// refused.
/// Each method is one transaction, durable when it returns.
public interface People {
    /// The most there can be.
    int MOST = 200;

    /// What became of a change.
    enum Outcome {
        DONE,
        /// There is nobody of that name.
        NOBODY,
        /// There is somebody of that name already.
        TAKEN,
        /// There are [#MOST] already.
        FULL,
        /// They are the last keeper.
        LAST_KEEPER
    }

    /// Everybody, by name.
    List<Person> all();

    /// Somebody, by their exact name.
    Optional<Person> find(String name);

    /// Adds somebody.
    Outcome add(Person person);

    /// Changes what somebody may do.
    Outcome setRole(String name, Person.Role role);

    /// Replaces the hash of somebody's password.
    Outcome setPassword(String name, String hash);

    /// Removes somebody, with their codes and sessions.
    Outcome remove(String name);

    /// Asks for codes of an app from now on. Former recovery codes are gone.
    ///
    /// @param secret the app's, in base 32; stored sealed
    /// @param step of the code that proved that the app has it: used
    /// @param recovery the hashes of recovery codes
    Outcome setCodes(String name, Secret secret, long step, Collection<String> recovery);

    /// Asks for no codes any more.
    Outcome clearCodes(String name);

    /// Uses up the code of a step, and with it those of the steps before.
    ///
    /// @return whether it was still to be had
    boolean useStep(String name, long step);

    /// Uses up a recovery code.
    ///
    /// @param hash of it
    /// @return whether it was still to be had
    boolean useRecovery(String name, String hash);

    /// How many recovery codes somebody has left.
    int recoveryLeft(String name);
}
