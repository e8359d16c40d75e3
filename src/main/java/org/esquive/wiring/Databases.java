package org.esquive.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.move.Compared;
import org.esquive.ledger.move.Move;
import org.esquive.ledger.postgres.Access;
import org.esquive.ledger.postgres.Distribution;
import org.esquive.ledger.postgres.PostgresBackup;
import org.esquive.ledger.sql.BackupFile;
import org.esquive.ledger.sqlite.SqliteBackup;
import org.esquive.settings.Secret;

/// What commands do to the databases of an installation.
public final class Databases {
    private Databases() {}

    /// An installation that does not run.
    ///
    /// @param data its folder
    /// @param key the file of its instance key; usually in that folder
    public record Place(Path data, Optional<Path> key) {
        Path ledger() {
            return data.resolve(EsquiveProperties.LEDGER);
        }

        /// The instance key, which must be there.
        Keyring keyring() {
            return InstanceKey.load(key.orElseGet(() -> data.resolve(EsquiveProperties.KEY)), true)
                    .keyring();
        }
    }

    /// How a database is reached.
    ///
    /// @param password the file that holds it; it is told by the environment otherwise, or empty
    /// @throws CannotStart if the file cannot be used, with what to do
    public static Access access(String url, String user, Optional<Path> password, String fromEnvironment) {
        if (!url.startsWith(Access.SCHEME)) {
            throw new CannotStart("The address of a database begins with %s//, as in %s//localhost/esquive."
                    .formatted(Access.SCHEME, Access.SCHEME));
        }
        String secret = password.map(Databases::passwordIn).orElse(fromEnvironment);
        return new Access(url, user, new Secret(secret));
    }

    private static String passwordIn(Path file) {
        return new PrivateFile(file, "The password file")
                .read()
                .orElseThrow(() -> new CannotStart("The password file " + file + " is not there."));
    }

    /// Moves the ledger of a folder into an empty database.
    ///
    /// @return what was compared; empty if only the last step of an earlier move was left
    public static List<Compared> move(Place place, Access access, Move.Progress progress) {
        Path moved = place.ledger().resolveSibling(place.ledger().getFileName() + ".moved");
        if (Files.notExists(place.ledger()) && Files.notExists(moved)) {
            throw nothingIn(place);
        }
        return Move.ledger(
                place.ledger(), access, place.keyring(), InstantSource.system().instant(), progress);
    }

    /// Copies the ledger of a folder into a file, whether or not the program runs.
    public static void backUp(Place place, Path file) {
        if (Files.notExists(place.ledger())) {
            throw nothingIn(place);
        }
        SqliteBackup.make(place.ledger(), new BackupFile(file));
    }

    /// Copies a database into a file, whether or not nodes run.
    public static void backUp(Access access, Path file) {
        PostgresBackup.make(access, new BackupFile(file));
    }

    /// Puts the copy of a ledger into a folder.
    ///
    /// @param replaces whether there may be a ledger already
    /// @return where the one that was there is now
    public static Optional<Path> restore(Place place, Path file, boolean replaces) {
        return SqliteBackup.restore(
                new BackupFile(file),
                place.ledger(),
                replaces,
                place.keyring(),
                InstantSource.system().instant());
    }

    /// Reads the copy of a database back.
    ///
    /// @param replaces whether there may be a ledger already, which is lost then
    public static void restore(Place place, Access access, Path file, boolean replaces) {
        PostgresBackup.restore(
                new BackupFile(file),
                access,
                replaces,
                place.keyring(),
                InstantSource.system().instant());
    }

    /// Spreads the lines of a database over many machines.
    ///
    /// @param despiteRows whether nobody minds that it takes long
    /// @return the tables that were spread now
    public static List<String> distribute(Access access, boolean despiteRows) {
        return Distribution.distribute(access, despiteRows);
    }

    private static CannotStart nothingIn(Place place) {
        return new CannotStart("There is no ledger in %s: name its folder with --data, or a database with"
                        .formatted(place.data().toAbsolutePath())
                + " --database-url.");
    }
}
