package org.esquive.api;

import java.util.Arrays;
import java.util.Optional;

/// What a token can allow. Few, so that a keeper understands what is given away.
public enum Scope {
    /// Lines, sums, alerts and channels: nothing about a single person.
    FIGURES_READ("figures:read"),
    /// Each text with its decision, its sender as a fingerprint.
    DECISIONS_READ("decisions:read"),
    /// Stops all replies or lets them leave, mutes and opens lines.
    LINES_WRITE("lines:write"),
    /// The settings, secrets masked. They hold what keepers wrote: reply texts, the numbers they never answer.
    SETTINGS_READ("settings:read"),
    /// Changes everything a keeper can change.
    SETTINGS_WRITE("settings:write");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /// As it is written.
    public String word() {
        return word;
    }

    /// The scope of that word, if there is one.
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
