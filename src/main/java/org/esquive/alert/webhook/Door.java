package org.esquive.alert.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decides which machine a webhook may reach: one on the internet, unless the keeper allows those of their own
/// network. A name is looked up once, every address of it must be allowed, and the one that was looked at is
/// called.
///
/// @param resolver looks names up
/// @param allowsPrivate whether machines of the own network may be called, and plain http may be spoken
record Door(Resolver resolver, boolean allowsPrivate) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\\.?");
    private static final Pattern FIGURES = Pattern.compile("[0-9.]+|0[xX].*");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final String ALLOW = "; if it is meant to, set the option allow-private: true.";

    /// Looks a name up.
    @FunctionalInterface
    interface Resolver {
        InetAddress[] lookUp(String name) throws UnknownHostException;
    }

    /// Why an address cannot be called, as far as it can be told now, if so. A name that cannot be looked up now
    /// is none of it: it is looked up again for each call.
    Optional<String> objection(URI url) {
        if (!allowsPrivate && !"https".equalsIgnoreCase(url.getScheme())) {
            return Optional.of("is expected to begin with https://" + ALLOW);
        }
        if (!allowsPrivate && url.getPort() >= 0 && url.getPort() != 443) {
            return Optional.of("names a port other than 443" + ALLOW);
        }
        return objectionToMachine(url);
    }

    /// Why the machine cannot be called, whatever scheme and port are.
    Optional<String> objectionToMachine(URI url) {
        try {
            InetAddress _ = open(url);
            return Optional.empty();
        } catch (UnknownHostException unknownNow) {
            return Optional.empty();
        } catch (Closed closed) {
            return Optional.of(closed.why);
        }
    }

    /// The machine to call.
    ///
    /// @throws UnknownHostException if nobody knows the name
    /// @throws Closed if it must not be called
    InetAddress open(URI url) throws UnknownHostException, Closed {
        InetAddress[] addresses = addresses(url);
        if (!allowsPrivate && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            throw new Closed("leads to a machine that is not on the internet, such as one of your own network" + ALLOW);
        }
        return addresses[0];
    }

    private InetAddress[] addresses(URI url) throws UnknownHostException, Closed {
        String host = String.valueOf(url.getHost());
        if (host.startsWith("[")) {
            return new InetAddress[] {literal(host.substring(1, host.length() - 1))};
        }
        if (FIGURES.matcher(host).matches()) {
            return new InetAddress[] {literal(host)};
        }
        if (!NAME.matcher(host).matches()) {
            throw new Closed("is expected to name a machine in plain letters.");
        }
        InetAddress[] found = resolver.lookUp(host);
        if (found.length == 0) {
            throw new UnknownHostException("a name without an address");
        }
        return found;
    }

    /// An address in figures, in its usual form: unusual ones are there to be misread.
    private static InetAddress literal(String figures) throws Closed {
        try {
            if (figures.contains(":") || IPV4.matcher(figures).matches()) {
                return InetAddress.ofLiteral(figures);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below.
        }
        throw new Closed("is expected to have a name, or an address in its usual form.");
    }

    /// A machine that must not be called, and why.
    static final class Closed extends Exception {
        /// What is wrong and what to do, after the name of the option.
        final String why;

        Closed(String why) {
            super(why);
            this.why = why;
        }
    }
}
