package org.esquive.console.door;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The names that people sign in with: 2 to 32 small letters, digits, points and hyphens, so that they can be typed
/// on any keyboard, said in any log, and mistaken for nothing else. A pseudonym will do.
public final class Names {
    private static final Pattern GOOD = Pattern.compile("[a-z0-9][a-z0-9.-]{0,30}[a-z0-9]");

    /// How the authors of settings are called that are nobody in particular.
    private static final Set<String> TAKEN =
            Set.of("api", "command", "console", "esquive", "file", "phone", "settings");

    private Names() {}

    /// What somebody typed, as it is stored.
    public static String of(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /// Whether somebody may be called so.
    public static boolean isGood(String name) {
        return GOOD.matcher(name).matches() && !TAKEN.contains(name);
    }
}
