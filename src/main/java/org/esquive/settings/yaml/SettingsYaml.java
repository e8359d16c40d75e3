package org.esquive.settings.yaml;

import java.util.function.Function;
import org.esquive.settings.Secret;
import org.esquive.settings.Settings;

/// Settings as YAML: the form in which keepers edit, export and import them, and in which versions are stored.
/// Reading what was written gives the same settings again.
public final class SettingsYaml {
    /// Largest document, in characters: room for 1,000 lines with every key written out.
    public static final int LARGEST = 768 * 1_024;

    /// What stands for a secret where it may not be shown; in a document that is read, it keeps the stored
    /// secret.
    public static final String MASK = "***";

    /// What a sealed secret starts with; the sealed bytes follow in Base64.
    public static final String SEALED = "sealed:";

    private SettingsYaml() {}

    /// Reads a document whose secrets are written in clear.
    ///
    /// @return the settings, or every problem of the document at once
    public static Reading read(String yaml) {
        return read(yaml, SecretReader.CLEAR);
    }

    /// Reads a document.
    ///
    /// @param secrets how secrets are written
    /// @return the settings, or every problem of the document at once
    public static Reading read(String yaml, SecretReader secrets) {
        return SettingsReader.read(yaml, secrets);
    }

    /// Writes settings to be shown: each secret is the mask.
    public static String write(Settings settings) {
        return write(settings, _ -> MASK);
    }

    /// Writes settings.
    ///
    /// @param secret how a secret is written: in clear, sealed, or masked
    public static String write(Settings settings, Function<Secret, String> secret) {
        return new SettingsWriter(secret).write(settings);
    }
}
