package org.esquive.site;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.message.Country;

/// The languages that the public page speaks.
public enum Language {
    ENGLISH("en", "English", "GB IE US"),
    FRENCH("fr", "Français", "FR"),
    GERMAN("de", "Deutsch", "DE AT CH"),
    SPANISH("es", "Español", "ES"),
    ITALIAN("it", "Italiano", "IT"),
    DUTCH("nl", "Nederlands", "NL BE"),
    POLISH("pl", "Polski", "PL"),
    PORTUGUESE("pt", "Português", "PT"),
    TURKISH("tr", "Türkçe", "TR"),
    ARABIC("ar", "العربية", "");

    private final String tag;
    private final String ownName;
    private final String spokenIn;

    Language(String tag, String ownName, String spokenIn) {
        this.tag = tag;
        this.ownName = ownName;
        this.spokenIn = spokenIn;
    }

    /// The language of that tag, such as `fr`, if the page speaks it.
    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /// The language of a locale; English if the page does not speak it.
    static Language of(Locale locale) {
        return tagged(locale.getLanguage()).orElse(ENGLISH);
    }

    /// As in the attribute `lang`.
    public String tag() {
        return tag;
    }

    /// What those who speak it call it.
    public String ownName() {
        return ownName;
    }

    /// `rtl` or `ltr`, as in the attribute `dir`.
    public String direction() {
        return this == ARABIC ? "rtl" : "ltr";
    }

    /// Where its messages are found.
    public Locale locale() {
        return Locale.of(tag);
    }

    /// Where people who speak it most likely are, the likeliest first.
    List<Country> spokenIn() {
        return Stream.of(spokenIn.split(" "))
                .filter(code -> !code.isEmpty())
                .map(Country::new)
                .toList();
    }

    /// How dates are written in it. The digits are those of the phone's keys, in Arabic too.
    Locale formats() {
        return Locale.forLanguageTag(tag + "-u-nu-latn");
    }

    /// A number as it is written in it.
    String number(long number) {
        return NumberFormat.getIntegerInstance(formats()).format(number);
    }

    /// The name of a country in it.
    String name(Country country) {
        return Locale.of("", country.code()).getDisplayCountry(locale());
    }
}
