package org.esquive.console.change;

import java.util.Optional;
import java.util.Set;

/// A place of the settings, in words.
final class Place {
    /// What has entries with a name.
    static final Set<String> ENTRIES = Set.of("lines", "channels", "alerts", "webhooks", "keepers", "texts");

    private static final String BETWEEN = " · ";

    private Place() {}

    /// The words for a path; the path itself where there are none.
    static String words(String path, Phrases phrases) {
        String[] parts = path.split("/", 3);
        if (parts.length < 2 || !ENTRIES.contains(parts[0])) {
            return phrases.maybe("settings." + path).orElse(path);
        }
        String entry = phrases.say("settings.entry." + parts[0], parts[1]);
        return parts.length == 2 ? entry : entry + BETWEEN + below(parts[0], parts[2], phrases);
    }

    /// Limits of channels have the words of those of lines; what has keys of the keeper's own has them behind its
    /// words.
    static String below(String list, String rest, Phrases phrases) {
        Optional<String> words = named(list, rest, phrases);
        if (words.isPresent()) {
            return words.get();
        }
        int slash = rest.lastIndexOf('/');
        if (slash < 0) {
            return rest;
        }
        String key = rest.substring(slash + 1);
        return named(list, rest.substring(0, slash), phrases)
                .map(section -> section + BETWEEN + key)
                .orElse(key);
    }

    private static Optional<String> named(String list, String rest, Phrases phrases) {
        String key = rest.replace('/', '.');
        return phrases.maybe("settings." + list + "." + key).or(() -> phrases.maybe("settings.lines." + key));
    }
}
