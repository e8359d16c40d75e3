package org.esquive.channel.android;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which addresses a phone or its server may have: any over https; over http, where username and password travel
/// in clear, only an address of the own network, written in figures. Nothing is looked up.
final class Addresses {
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final int UNIQUE_LOCAL_MASK = 0xFE;
    private static final int UNIQUE_LOCAL = 0xFC;

    private Addresses() {}

    /// Why an address cannot be used, if so.
    static Optional<String> objection(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            return Optional.of("is expected to begin with https://, or http:// for a phone in the own network.");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            return Optional.of(
                    "is expected without a user, a question mark or a hash: username and password go apart.");
        }
        if (scheme.equals("http") && !isOfOwnNetwork(url.getHost())) {
            return Optional.of(
                    "uses http outside the own network, where anybody on the way could read the password: use"
                            + " https, or a private address in figures such as http://192.168.1.10:8080.");
        }
        return Optional.empty();
    }

    private static boolean isOfOwnNetwork(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        boolean inFigures = IPV4.matcher(host).matches() || host.startsWith("[");
        return inFigures && isPrivate(host);
    }

    private static boolean isPrivate(String figures) {
        try {
            InetAddress address = InetAddress.ofLiteral(figures.replaceAll("[\\[\\]]", ""));
            boolean uniqueLocal =
                    address.getAddress().length == 16 && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
            return address.isLoopbackAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress()
                    || uniqueLocal;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
