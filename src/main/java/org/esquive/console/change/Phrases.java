package org.esquive.console.change;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/// The words of the pages, in the language of whom a page is made for.
///
/// @param source all words
/// @param locale the language
record Phrases(MessageSource source, Locale locale) {

    /// In the language of the request that is being answered.
    static Phrases now(MessageSource source) {
        return new Phrases(source, LocaleContextHolder.getLocale());
    }

    /// The words of a key.
    String say(String key, Object... about) {
        return source.getMessage(key, about, locale);
    }

    /// The words of a key, if it has any.
    Optional<String> maybe(String key, Object... about) {
        @Nullable String none = null;
        return Optional.ofNullable(source.getMessage(key, about, none, locale));
    }

    /// Whether what is only there in English can be read by whoever reads this.
    boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }
}
