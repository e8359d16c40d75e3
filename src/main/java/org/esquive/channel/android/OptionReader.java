package org.esquive.channel.android;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.esquive.channel.Pace;
import org.esquive.message.LineId;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Option;
import org.esquive.settings.Secret;

/// Reads the options of an Android channel and says, in a sentence each, what is wrong with them.
final class OptionReader {
    static final int DEFAULT_PER_MINUTE = 20;
    static final int MOST_PER_MINUTE = 600;
    static final int IN_FLIGHT = 4;
    static final int DEFAULT_TTL_SECONDS = 3_600;
    static final Duration DEFAULT_TTL = Duration.ofSeconds(DEFAULT_TTL_SECONDS);
    static final int SHORTEST_TOKEN = 16;
    static final int SHORTEST_SIGNING_KEY = 8;

    static final int MOST_SIMS = 3;
    private static final String SIM_OF_LINE = "sim.";
    private static final Set<String> OPTIONS = Option.names(Questions.ALL, false);
    private static final Set<String> SECRETS = Option.names(Questions.ALL, true);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final URI NO_URL = URI.create("https://invalid");

    private final ChannelSettings settings;
    private final List<String> problems = new ArrayList<>();
    private final AndroidOptions options;

    OptionReader(ChannelSettings settings) {
        this.settings = settings;
        this.options = read();
    }

    /// What is wrong; empty if [#options()] can be used.
    List<String> problems() {
        return List.copyOf(problems);
    }

    /// The options.
    ///
    /// @throws IllegalArgumentException if there are problems
    AndroidOptions options() {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        return options;
    }

    private AndroidOptions read() {
        findUnknown();
        return new AndroidOptions(
                url(),
                username(),
                secret("password", 1),
                token(),
                signingKeys(),
                simsOfLines(),
                settings.option("sim").map(value -> number("sim", value, 1, MOST_SIMS)),
                new Pace(optional("per-minute", DEFAULT_PER_MINUTE, MOST_PER_MINUTE), IN_FLIGHT),
                Duration.ofSeconds(ttl()));
    }

    private void findUnknown() {
        Set<String> unknown = new TreeSet<>(settings.options().keySet());
        unknown.removeIf(name -> OPTIONS.contains(name) || name.startsWith(SIM_OF_LINE));
        unknown.forEach(
                name -> problem(name, "is not an option of a phone; known are " + new TreeSet<>(OPTIONS) + "."));
        Set<String> unknownSecrets = new TreeSet<>(settings.secrets().keySet());
        unknownSecrets.removeAll(SECRETS);
        unknownSecrets.forEach(
                name -> problem(name, "is not a secret of a phone; known are " + new TreeSet<>(SECRETS) + "."));
    }

    private URI url() {
        Optional<String> given = settings.option("url");
        if (given.isEmpty()) {
            problem("url", "is missing: give the address of the phone or of its server.");
            return NO_URL;
        }
        try {
            URI url = new URI(given.get().strip().replaceAll("/+$", ""));
            Addresses.objection(url).ifPresent(objection -> problem("url", objection));
            return url;
        } catch (URISyntaxException notAnAddress) {
            problem("url", "is not an address, such as https://api.sms-gate.app/3rdparty/v1.");
            return NO_URL;
        }
    }

    private String username() {
        String name = settings.option("username").orElse("");
        if (name.isEmpty() || name.contains(":")) {
            problem("username", "is missing or has a colon: copy it from the Home tab of the app.");
        }
        return name;
    }

    private Secret secret(String name, int shortest) {
        Secret secret = settings.secret(name).orElse(new Secret(""));
        if (secret.reveal().length() < shortest) {
            problem(name, shortest == 1 ? "is missing." : "is expected to have at least " + shortest + " characters.");
        }
        return secret;
    }

    private Secret token() {
        Secret token = secret("token", SHORTEST_TOKEN);
        if (!TOKEN.matcher(token.reveal()).matches()) {
            problem("token", "is part of an address: use letters, digits, - and _ only.");
        }
        return token;
    }

    private List<Secret> signingKeys() {
        List<Secret> keys = new ArrayList<>();
        keys.add(secret("signing-key", SHORTEST_SIGNING_KEY));
        if (settings.secret("signing-key-2").isPresent()) {
            keys.add(secret("signing-key-2", SHORTEST_SIGNING_KEY));
        }
        return keys;
    }

    private Map<LineId, Integer> simsOfLines() {
        Map<LineId, Integer> sims = new HashMap<>();
        settings.options().forEach((name, value) -> {
            if (name.startsWith(SIM_OF_LINE)) {
                int sim = number(name, value, 1, MOST_SIMS);
                lineIn(name).ifPresent(line -> sims.put(line, sim));
            }
        });
        return sims;
    }

    private Optional<LineId> lineIn(String name) {
        try {
            return Optional.of(new LineId(name.substring(SIM_OF_LINE.length())));
        } catch (IllegalArgumentException notALine) {
            problem(name, "names no line: write sim. and the short name of a line, such as sim.paris.");
            return Optional.empty();
        }
    }

    private int ttl() {
        int most = (int) Duration.ofDays(1).toSeconds();
        int ttl = optional("ttl", (int) DEFAULT_TTL.toSeconds(), most);
        if (ttl < Duration.ofMinutes(1).toSeconds()) {
            problem("ttl", "is expected to be 60 to " + most + " seconds.");
        }
        return ttl;
    }

    private int optional(String name, int usual, int most) {
        return settings.option(name).map(value -> number(name, value, 1, most)).orElse(usual);
    }

    private int number(String name, String value, int least, int most) {
        int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : 0;
        if (number < least || number > most) {
            problem(name, "is expected to be a number from " + least + " to " + most + ".");
            return least;
        }
        return number;
    }

    private void problem(String name, String sentence) {
        problems.add(name + " " + sentence);
    }
}
