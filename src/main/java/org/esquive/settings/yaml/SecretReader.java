package org.esquive.settings.yaml;

import java.util.Optional;
import org.esquive.settings.Secret;

/// Turns what a document says of a secret into the secret: it may be written in clear, sealed, or as the mask
/// that stands for the one already stored.
@FunctionalInterface
public interface SecretReader {
    /// Takes secrets in clear, and nothing else.
    SecretReader CLEAR = (_, _, written) -> isClear(written) ? Optional.of(new Secret(written)) : Optional.empty();

    /// Takes a stand-in for each, however it is written: for a document of which only the rest is wanted.
    SecretReader NONE = (_, _, _) -> Optional.of(new Secret("AAAAAAAAAAAAAAAA"));

    /// The secret, if it can be had.
    ///
    /// @param owner whose it is: `channels.` or `alerts.` and an id, or `keepers`
    /// @param name the name of the secret, or the number of a keeper
    /// @param written what the document says
    Optional<Secret> read(String owner, String name, String written);

    /// Whether a written secret is neither empty, nor the mask, nor sealed.
    static boolean isClear(String written) {
        return !written.isEmpty() && !written.equals(SettingsYaml.MASK) && !written.startsWith(SettingsYaml.SEALED);
    }
}
