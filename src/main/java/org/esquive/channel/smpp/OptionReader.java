package org.esquive.channel.smpp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.esquive.channel.smpp.SmppOptions.Binds;
import org.esquive.channel.smpp.SmppOptions.Kind;
import org.esquive.channel.smpp.SmppOptions.Login;
import org.esquive.channel.smpp.SmppOptions.LongText;
import org.esquive.channel.smpp.SmppOptions.Peer;
import org.esquive.channel.smpp.SmppOptions.Receiving;
import org.esquive.channel.smpp.SmppOptions.Sending;
import org.esquive.channel.smpp.SmppOptions.Timing;
import org.esquive.channel.smpp.pdu.Status;
import org.esquive.channel.smpp.pdu.TextCoding.Alphabet;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Option;
import org.esquive.settings.Secret;
import org.jspecify.annotations.Nullable;

/// Reads the options of an SMPP channel and says, in a sentence each, what is wrong with them.
final class OptionReader {
    static final int DEFAULT_PORT = 2775;

    private static final Set<String> OPTIONS = Option.names(Questions.ALL, false);
    private static final Set<String> SECRETS = Option.names(Questions.ALL, true);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:_-]{0,252}[A-Za-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private static final int LONGEST_SYSTEM_ID = 15;
    private static final int LONGEST_PASSWORD = 8;
    private static final int LONGEST_SYSTEM_TYPE = 12;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration TICK = Duration.ofMillis(100);

    private final ChannelSettings settings;
    private final List<String> problems = new ArrayList<>();
    private final SmppOptions options;

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
    SmppOptions options() {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        return options;
    }

    private SmppOptions read() {
        findUnknown();
        return new SmppOptions(
                settings.id(),
                new Peer(host(), number("port", DEFAULT_PORT, 1, 65_535), tls()),
                login(),
                new Binds(
                        choice("bind", Map.of("transceiver", false, "transmitter-receiver", true), "transceiver"),
                        number("binds", 1, 1, 10)),
                choice("alphabet", ALPHABETS, "gsm"),
                sending(),
                receiving(),
                timing(),
                number("longest-pdu", 65_536, 512, 65_536));
    }

    private static final Map<String, Alphabet> ALPHABETS = Map.of(
            "gsm", Alphabet.GSM,
            "gsm-packed", Alphabet.GSM_PACKED,
            "latin-1", Alphabet.LATIN_1,
            "utf-8", Alphabet.UTF_8);

    private static final Map<String, Boolean> FINALITY = Map.of("refused", true, "later", false);

    private static final Map<String, Boolean> SWITCH = Map.of("on", true, "off", false);

    private void findUnknown() {
        findUnknown("option", settings.options().keySet(), OPTIONS);
        findUnknown("secret", settings.secrets().keySet(), SECRETS);
    }

    private void findUnknown(String what, Set<String> given, Set<String> known) {
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(known);
        unknown.forEach(name -> problem(
                name, "is not " + article(what) + " of an SMPP channel; known are " + new TreeSet<>(known) + "."));
    }

    private static String article(String what) {
        return what.startsWith("o") ? "an " + what : "a " + what;
    }

    private String host() {
        String host = settings.option("host").orElse("").strip();
        if (host.isEmpty()) {
            problem("host", "is missing: give the name or address of the carrier's SMSC.");
        } else if (!HOST.matcher(host).matches()) {
            problem("host", "is expected to be a name or an address only, such as smpp.example.net.");
        }
        return host;
    }

    private Login login() {
        String systemId = text("system-id", LONGEST_SYSTEM_ID);
        if (systemId.isEmpty()) {
            problem("system-id", "is missing: it is the user name that the carrier gave you.");
        }
        int version = choice("interface-version", Map.of("3.4", 0x34, "5.0", 0x50), "3.4");
        return new Login(systemId, password(), text("system-type", LONGEST_SYSTEM_TYPE), version);
    }

    /// The standard gives a password 8 characters; some carriers hand out longer ones, and take them.
    private Secret password() {
        Secret password = settings.secret("password").orElse(new Secret(""));
        if (password.reveal().isEmpty()) {
            problem("password", "is missing.");
        } else if (password.reveal().length() > LONGEST_PASSWORD || !isLatin(password.reveal())) {
            problem("password", "is expected to have at most " + LONGEST_PASSWORD + " characters, as in the standard.");
        }
        return password;
    }

    private Optional<Tls> tls() {
        boolean on = choice("tls", SWITCH, "off");
        if (!on) {
            for (String name : List.of("trust-store", "client-certificate")) {
                settings.option(name).ifPresent(_ -> problem(name, "is of no use without tls: on."));
            }
            return Optional.empty();
        }
        try {
            return Optional.of(Tls.of(authorities(), identity()));
        } catch (GeneralSecurityException failure) {
            problem(
                    "tls",
                    "cannot be used on this machine: " + failure.getClass().getSimpleName() + ".");
            return Optional.empty();
        }
    }

    private TrustManager @Nullable [] authorities() {
        Optional<String> file = settings.option("trust-store");
        try {
            return file.isEmpty() ? null : Tls.authorities(Path.of(file.get()));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unreadable) {
            problem("trust-store", "is expected to be a readable file of certificates in PEM or PKCS#12.");
            return null;
        }
    }

    private KeyManager @Nullable [] identity() {
        Optional<String> file = settings.option("client-certificate");
        Secret password = settings.secret("client-certificate-password").orElse(new Secret(""));
        try {
            return file.isEmpty() ? null : Tls.identity(Path.of(file.get()), password);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unreadable) {
            problem(
                    "client-certificate",
                    "is expected to be a PKCS#12 file that the secret client-certificate-password opens.");
            return null;
        }
    }

    private Sending sending() {
        return new Sending(
                number("window", 10, 1, 10_000),
                number("per-second", 10, 1, 100_000),
                choice(
                        "long-text",
                        Map.of("udh", LongText.UDH, "payload", LongText.PAYLOAD, "sar", LongText.SAR),
                        "udh"),
                choice("receipts", SWITCH, "on"),
                new Verdicts.Finality(
                        choice("submit-failed", FINALITY, "refused"), choice("vendor-status", FINALITY, "refused")),
                kind("source"),
                kind("destination"));
    }

    private Kind kind(String which) {
        return new Kind(number(which + "-ton", 1, 0, 6), number(which + "-npi", 1, 0, 18));
    }

    private Receiving receiving() {
        return new Receiving(
                choice("busy-status", Map.of("0x14", Status.ESME_RMSGQFUL, "0x58", Status.ESME_RTHROTTLED), "0x14"),
                choice("receipts-in-text", SWITCH, "off"),
                choice("receipt-ids", Map.of("auto", false, "exact", true), "auto"));
    }

    private Timing timing() {
        return new Timing(
                Duration.ofSeconds(number("enquire-link", 30, 5, 600)),
                CONNECT,
                Duration.ofSeconds(number("answer-timeout", 60, 1, 600)),
                CONNECT,
                RETRY,
                TICK);
    }

    private String text(String name, int longest) {
        String text = settings.option(name).orElse("");
        if (text.length() > longest || !isLatin(text)) {
            problem(name, "is expected to have at most " + longest + " characters, none of them accented.");
        }
        return text;
    }

    private static boolean isLatin(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text) && text.indexOf('\0') < 0;
    }

    private <T> T choice(String name, Map<String, T> choices, String usual) {
        String value = settings.option(name).orElse(usual);
        T chosen = choices.get(value);
        if (chosen == null) {
            problem(name, "is expected to be one of " + String.join(", ", new TreeMap<>(choices).keySet()) + ".");
            return Objects.requireNonNull(choices.get(usual));
        }
        return chosen;
    }

    private int number(String name, int usual, int least, int most) {
        String value = settings.option(name).orElse(Integer.toString(usual));
        int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : -1;
        if (number < least || number > most) {
            problem(name, "is expected to be a number from " + least + " to " + most + ".");
            return usual;
        }
        return number;
    }

    private void problem(String name, String sentence) {
        problems.add(name + " " + sentence);
    }
}
