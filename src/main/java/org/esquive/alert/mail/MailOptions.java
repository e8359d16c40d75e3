package org.esquive.alert.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.esquive.alert.Options;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Secret;

/// How mails are sent.
///
/// @param host the server that takes them
/// @param tls how the connection is kept private
/// @param from whose mails they are
/// @param to who gets them, 1 to 10
/// @param login who sends, if the server asks
record MailOptions(
        String host, int port, Tls tls, InternetAddress from, List<InternetAddress> to, Optional<Login> login) {

    /// How a connection is kept private.
    enum Tls {
        /// It begins in clear and becomes private before anything is said.
        STARTTLS(587),
        /// It is private from the start.
        TLS(465),
        /// It is not: for a server on this machine.
        NONE(25);

        private final int port;

        Tls(int port) {
            this.port = port;
        }
    }

    /// A name and a password.
    record Login(String name, Secret password) {}

    private static final int MOST_RECIPIENTS = 10;
    private static final int LAST_PORT = 65_535;
    private static final InternetAddress NOBODY = new InternetAddress();

    static MailOptions read(Options options) {
        options.know(Questions.ALL);
        Tls tls = Tls.valueOf(options.word("tls", "starttls", List.of("starttls", "tls", "none"))
                .toUpperCase(Locale.ROOT));
        String host = options.required("host", "the server that takes your mails, such as mail.example.org.");
        if (!host.matches("[A-Za-z0-9.:_-]*")) {
            options.problem("host", "is expected to be a name or an address, without a port.");
        }
        return new MailOptions(
                host,
                options.number("port", tls.port, 1, LAST_PORT),
                tls,
                one(options),
                recipients(options),
                login(options, tls, host));
    }

    /// What is wrong with some settings.
    static List<String> problems(AlertSettings settings) {
        Options options = new Options(settings, "a mail");
        MailOptions _ = read(options);
        return options.problems();
    }

    private static InternetAddress one(Options options) {
        List<InternetAddress> from = addresses(options, "from", "whose mails they are, such as esquive@example.org.");
        if (from.size() > 1) {
            options.problem("from", "is expected to be one address.");
        }
        return from.isEmpty() ? NOBODY : from.getFirst();
    }

    private static List<InternetAddress> recipients(Options options) {
        List<InternetAddress> to = addresses(options, "to", "who is told, such as keeper@example.org.");
        if (to.size() > MOST_RECIPIENTS) {
            options.problem("to", "is expected to be at most " + MOST_RECIPIENTS + " addresses.");
        }
        return to;
    }

    private static List<InternetAddress> addresses(Options options, String name, String hint) {
        String text = options.required(name, hint);
        List<InternetAddress> addresses = new ArrayList<>();
        for (String part : Arrays.asList(text.split(","))) {
            if (!part.isBlank()) {
                address(part.strip())
                        .ifPresentOrElse(
                                addresses::add,
                                () -> options.problem(name, "is expected to hold addresses like keeper@example.org."));
            }
        }
        return addresses;
    }

    private static Optional<InternetAddress> address(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            boolean isPlain = address.getAddress().contains("@") && text.chars().noneMatch(Character::isISOControl);
            return isPlain ? Optional.of(address) : Optional.empty();
        } catch (AddressException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Login> login(Options options, Tls tls, String host) {
        Optional<String> name = options.given("username");
        Optional<Secret> password = options.secret("password");
        if (name.isPresent() != password.isPresent()) {
            options.problem("username", "and the secret password belong together: give both or none.");
        }
        if (name.isPresent() && tls == Tls.NONE && !isHere(host)) {
            options.problem("tls", "none would send the password in clear: use starttls or tls.");
        }
        return name.flatMap(given -> password.map(secret -> new Login(given, secret)));
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
    }

    /// The part of the sender's address behind the @.
    String domain() {
        String address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
