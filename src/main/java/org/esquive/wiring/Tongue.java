package org.esquive.wiring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.esquive.site.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/// The language of a page: what `?lang=` says, else what the browser asks for, else English. Nothing is
/// remembered. The public page speaks more languages than the pages of keepers and the phone of the demonstration.
final class Tongue extends AbstractLocaleResolver {
    private static final List<Locale> OF_KEEPERS = List.of(Locale.ENGLISH, Locale.FRENCH);
    private static final List<Locale> OF_VISITORS =
            Arrays.stream(Language.values()).map(Language::locale).toList();
    private static final List<String> PHONE = List.of("/phone", "/loopback/");

    private final Predicate<HttpServletRequest> keepers;
    private final AcceptHeaderLocaleResolver few = resolver(OF_KEEPERS);
    private final AcceptHeaderLocaleResolver many = resolver(OF_VISITORS);

    /// @param keepers whether a request is to the keepers' listener
    Tongue(Predicate<HttpServletRequest> keepers) {
        this.keepers = keepers;
    }

    private static AcceptHeaderLocaleResolver resolver(List<Locale> spoken) {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(spoken);
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    /// Reads the query itself: asking the request for a parameter would consume the body of a webhook.
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        boolean isOfVisitors = !keepers.test(request) && PHONE.stream().noneMatch(request.getServletPath()::startsWith);
        LocaleResolver asked = isOfVisitors ? many : few;
        List<String> query =
                List.of(Optional.ofNullable(request.getQueryString()).orElse("").split("&"));
        return (isOfVisitors ? OF_VISITORS : OF_KEEPERS)
                .stream()
                        .filter(spoken -> query.contains("lang=" + spoken.getLanguage()))
                        .findFirst()
                        .orElseGet(() -> asked.resolveLocale(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a page has the language its address or its browser asks for");
    }
}
