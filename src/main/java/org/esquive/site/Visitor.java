package org.esquive.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.esquive.message.Country;

/// All that is known of who opens the page: which countries they may be in, the likeliest first. It is guessed from
/// what the browser says of languages; where their connection comes from is not looked at.
///
/// @param countries none twice
record Visitor(List<Country> countries) {
    /// Languages that are looked at, of as many as a browser cares to name.
    private static final int MOST_LANGUAGES = 10;

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    Visitor {
        countries = List.copyOf(countries);
    }

    /// What `?country=` says, then the countries that the browser's languages name, then where these are spoken.
    static Visitor of(HttpServletRequest request, Optional<String> said) {
        List<Locale> languages = request.getHeader("Accept-Language") == null
                ? List.of()
                : Collections.list(request.getLocales()).stream()
                        .limit(MOST_LANGUAGES)
                        .toList();
        Set<Country> countries = new LinkedHashSet<>();
        Stream.concat(said.map(String::strip).stream(), languages.stream().map(Locale::getCountry))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(code -> COUNTRY.matcher(code).matches())
                .map(Country::new)
                .forEach(countries::add);
        languages.stream()
                .flatMap(locale -> Language.tagged(locale.getLanguage()).stream())
                .forEach(language -> countries.addAll(language.spokenIn()));
        return new Visitor(List.copyOf(countries));
    }
}
