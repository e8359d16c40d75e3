package org.esquive.wiring;

import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.SettingsArchive;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.settings.Secret;
import org.esquive.settings.Settings;
import org.esquive.settings.yaml.Reading;
import org.esquive.settings.yaml.SettingsYaml;

/// The stored versions of the settings, with their secrets sealed under the instance key on the way in and opened
/// on the way out. A stolen database holds no password.
public final class SealedArchive {
    private final SettingsArchive archive;
    private final Keyring keyring;
    private final InstantSource clock;

    public SealedArchive(SettingsArchive archive, Keyring keyring, InstantSource clock) {
        this.archive = archive;
        this.keyring = keyring;
        this.clock = clock;
    }

    /// The newest version, if one was written.
    Optional<Version> latest() {
        return archive.latest();
    }

    /// A version by its number.
    Optional<Version> version(int number) {
        return archive.version(number);
    }

    /// All versions, newest first, at most 1,000.
    List<Version> versions() {
        return archive.versions();
    }

    /// The settings as they are stored: a document with sealed secrets.
    String document(Settings settings) {
        return SettingsYaml.write(settings, this::seal);
    }

    /// Stores a document as the next version, if nobody else wrote one since the expected one.
    Optional<Version> append(int expected, String author, String document) {
        return archive.append(expected, author, clock.instant(), document);
    }

    /// What a stored document turns out to be today.
    Reading open(Version version) {
        return SettingsYaml.read(version.document(), (_, _, written) -> open(written));
    }

    private String seal(Secret secret) {
        return SettingsYaml.SEALED + Base64.getEncoder().encodeToString(keyring.seal(secret.reveal()));
    }

    /// The secret; none if it was sealed under another key, or is not sealed at all.
    private Optional<Secret> open(String written) {
        if (!written.startsWith(SettingsYaml.SEALED)) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getDecoder().decode(written.substring(SettingsYaml.SEALED.length()));
            return Optional.of(new Secret(keyring.open(sealed)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
