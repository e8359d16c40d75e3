package org.esquive.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.esquive.ledger.Keyring;

/// Tells browsers that somebody signed in with before from those of strangers, by a cookie that only we can make:
/// sealed, and for one name. It opens no door; whoever steals one may guess ten times.
///
/// @param keyring what it is sealed with
public record KnownBrowsers(Keyring keyring) {
    private static final Duration LIFE = Duration.ofDays(365);
    private static final String SAYS = "browser of ";
    private static final int LETTERS_OF_A_NAME = 12;

    /// Where a request to sign in under a name comes from.
    Brake.From whence(HttpServletRequest request, String name) {
        return cookie(name)
                .read(request)
                .flatMap(this::opened)
                .filter(said -> said.startsWith(SAYS + name + ' '))
                .<Brake.From>map(Brake.From.Known::new)
                .orElseGet(() -> new Brake.From.Unknown(address(request)));
    }

    /// Makes a browser a known one.
    void remember(String name, HttpServletRequest request, HttpServletResponse response) {
        if (whence(request, name) instanceof Brake.From.Unknown) {
            byte[] sealed = keyring.seal(SAYS + name + ' ' + Tokens.make());
            cookie(name).give(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), request, response);
        }
    }

    private Optional<String> opened(String cookie) {
        try {
            return Optional.of(keyring.open(Base64.getUrlDecoder().decode(cookie)));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /// One for each person who uses the browser; it does not say who.
    private static KeptCookie cookie(String name) {
        return new KeptCookie("esquive-browser-" + Tokens.hash(name).substring(0, LETTERS_OF_A_NAME), LIFE);
    }

    private static InetAddress address(HttpServletRequest request) {
        return Networks.address(request.getRemoteAddr());
    }
}
