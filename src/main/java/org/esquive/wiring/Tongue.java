package org.esquive.wiring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/// The language of a page: what `?lang=` says, else what the browser asks for, else English. Nothing is
/// remembered.
final class Tongue extends AcceptHeaderLocaleResolver {
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    Tongue() {
        setSupportedLocales(SPOKEN);
        setDefaultLocale(Locale.ENGLISH);
    }

    /// Reads the query itself: asking the request for a parameter would consume the body of a webhook.
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return SPOKEN.stream()
                .filter(spoken -> List.of(query.split("&")).contains("lang=" + spoken.getLanguage()))
                .findFirst()
                .orElseGet(() -> super.resolveLocale(request));
    }
}
