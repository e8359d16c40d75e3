package org.esquive.console.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// A cookie of the keepers' side: out of reach of scripts and of other sites, and of plain HTTP where there is HTTPS.
///
/// @param name what it is called
/// @param life for how long a browser keeps it
record KeptCookie(String name, Duration life) {

    /// What a browser brought under its name.
    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /// Gives a browser something to bring again.
    void give(String value, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(value.isEmpty() ? Duration.ZERO : life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /// Takes it away.
    void take(HttpServletRequest request, HttpServletResponse response) {
        give("", request, response);
    }
}
