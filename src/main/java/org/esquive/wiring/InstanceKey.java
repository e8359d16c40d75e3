package org.esquive.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.esquive.ledger.Keyring;

/// The file of the instance key: 64 hexadecimal digits, so that it can be printed and kept in a drawer.
///
/// @param keyring made of it
/// @param path where it is
/// @param isFresh whether it was made just now
record InstanceKey(Keyring keyring, Path path, boolean isFresh) {
    private static final int DIGITS = 2 * Keyring.KEY_LENGTH;

    /// The key, which is made at the first start.
    ///
    /// @param ledgerExists whether there is a database, which another key could not read
    /// @throws CannotStart if the key cannot be used, with what to do
    static InstanceKey load(Path path, boolean ledgerExists) {
        PrivateFile file = new PrivateFile(path, "The instance key");
        Optional<String> there = file.read();
        String digits = there.orElseGet(() -> create(file, ledgerExists));
        return new InstanceKey(new Keyring(bytes(path, digits)), path, there.isEmpty());
    }

    /// Removes a key that was made for nothing: the database was begun with another one.
    void takeBack() {
        try {
            if (isFresh) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new CannotStart(
                    "The instance key %s is not the one of the database: put the right file in its place."
                            .formatted(path),
                    failure);
        }
    }

    private static String create(PrivateFile file, boolean ledgerExists) {
        if (ledgerExists) {
            throw new CannotStart(
                    "The instance key %s is missing, and the database needs it. Put it back; it was made at"
                                    .formatted(file.path())
                            + " the first start and is not in the backups.");
        }
        byte[] key = new byte[Keyring.KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        String digits = HexFormat.of().formatHex(key);
        file.write(digits);
        return digits;
    }

    private static byte[] bytes(Path path, String digits) {
        try {
            byte[] key = HexFormat.of().parseHex(digits);
            if (key.length == Keyring.KEY_LENGTH) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // Told below, in the same words: the exception would repeat a part of the key.
        }
        throw new CannotStart(
                "The instance key %s is not a key: expected %d hexadecimal digits. Put the right file back."
                        .formatted(path, DIGITS));
    }
}
