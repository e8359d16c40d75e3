package org.esquive.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/// What proves that a form is of ours. With a session it is made of the token of that session, so that it is stored
/// nowhere, stands for as long as the session does, and falls with it; before there is one it is a random word in a
/// cookie.
///
/// The token of a session that is over still proves that its form was ours: what was typed into it is kept, see
/// [Typed].
public final class FormTokens implements CsrfTokenRepository {
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "_csrf";
    private static final KeptCookie COOKIE = new KeptCookie("esquive-form", Duration.ofDays(1));

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(ofSession(request).orElseGet(Tokens::make));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null) {
            COOKIE.read(request).ifPresent(_ -> COOKIE.take(request, response));
        } else if (ofSession(request).isEmpty()) {
            COOKIE.give(token.getToken(), request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return ofSession(request)
                .or(() -> COOKIE.read(request))
                .map(FormTokens::token)
                .orElse(null);
    }

    private static Optional<String> ofSession(HttpServletRequest request) {
        return Visits.token(request).map(FormTokens::madeOf);
    }

    private static String madeOf(String sessionToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(sessionToken.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("esquive form".getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
        }
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, FIELD, value);
    }
}
