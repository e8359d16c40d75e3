package org.esquive.alert;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Option;
import org.esquive.settings.Secret;

/// Reads the options of a way to a keeper and gathers, in a sentence each, what is wrong with them.
public final class Options {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,4})(m|h)");
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);
    private static final Duration LONGEST_WINDOW = Duration.ofHours(24);
    private static final URI NOWHERE = URI.create("https://invalid");

    private final AlertSettings settings;
    private final String noun;
    private final List<String> problems = new ArrayList<>();

    /// @param noun what the way is called in a sentence: `a mail`
    public Options(AlertSettings settings, String noun) {
        this.settings = settings;
        this.noun = noun;
    }

    /// Finds options and secrets that the kind does not know, and what is wrong with those that all kinds know.
    public void know(List<Option> asked) {
        Set<String> secrets = Option.names(asked, true);
        Set<String> known = new TreeSet<>(Option.names(asked, false));
        known.addAll(Option.names(Ways.OPTIONS, false));
        new TreeSet<>(settings.options().keySet())
                .stream()
                        .filter(name -> !known.contains(name))
                        .forEach(name -> problem(name, "is not an option of " + noun + "; known are " + known + "."));
        new TreeSet<>(settings.secrets().keySet())
                .stream()
                        .filter(name -> !secrets.contains(name))
                        .forEach(name -> problem(
                                name, "is not a secret of " + noun + "; known are " + new TreeSet<>(secrets) + "."));
        Duration _ = window();
        String _ = word(Ways.LANGUAGE, "en", Words.LANGUAGES);
    }

    /// What is wrong.
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /// Adds what is wrong with an option.
    public void problem(String name, String sentence) {
        problems.add(name + " " + sentence);
    }

    /// How long a cause is not told again.
    Duration window() {
        Optional<Duration> window = settings.option(Ways.WINDOW).map(Options::time);
        if (window.filter(time -> time.compareTo(SHORTEST_WINDOW) < 0 || time.compareTo(LONGEST_WINDOW) > 0)
                .isPresent()) {
            problem(Ways.WINDOW, "is expected to be 1m to 24h, such as 15m.");
            return Ways.USUAL_WINDOW;
        }
        return window.orElse(Ways.USUAL_WINDOW);
    }

    /// Zero if it is not a time.
    private static Duration time(String text) {
        var found = TIME.matcher(text.strip());
        if (!found.matches()) {
            return Duration.ZERO;
        }
        long count = Long.parseLong(found.group(1));
        return found.group(2).equals("m") ? Duration.ofMinutes(count) : Duration.ofHours(count);
    }

    /// An option that must be there.
    public String required(String name, String hint) {
        String value = settings.option(name).map(String::strip).orElse("");
        if (value.isEmpty()) {
            problem(name, "is missing: " + hint);
        }
        return value;
    }

    /// An option that may be there.
    public Optional<String> given(String name) {
        return settings.option(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// One of some words.
    public String word(String name, String usual, List<String> words) {
        String word = given(name).orElse(usual);
        if (!words.contains(word)) {
            problem(name, "is expected to be one of " + words + ".");
            return usual;
        }
        return word;
    }

    /// A whole number.
    public int number(String name, int usual, int least, int most) {
        String text = given(name).orElse(String.valueOf(usual));
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            problem(name, "is expected to be a number from " + least + " to " + most + ".");
            return usual;
        }
        return number;
    }

    /// `true` or `false`, which is usual.
    public boolean isTrue(String name) {
        return word(name, "false", List.of("true", "false")).equals("true");
    }

    /// A secret that may be there.
    public Optional<Secret> secret(String name) {
        return settings.secret(name).filter(secret -> !secret.reveal().isEmpty());
    }

    /// An address of the web that must be there: http or https, without a user, and without spaces.
    public URI web(String name, String hint) {
        String text = required(name, hint);
        if (text.isEmpty()) {
            return NOWHERE;
        }
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (url.getHost() != null
                    && (scheme.equals("https") || scheme.equals("http"))
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null) {
                return url;
            }
        } catch (URISyntaxException notAnAddress) {
            // Said below.
        }
        problem(name, "is expected to begin with https:// and to have no user, no hash and no spaces: " + hint);
        return NOWHERE;
    }
}
