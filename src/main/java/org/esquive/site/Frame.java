package org.esquive.site;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// What surrounds every public page: its language, its parts, and the ways out of it.
///
/// @param language the language of the page
/// @param places where everything is
/// @param languages the same page in each language
record Frame(Language language, Places places, List<Way> languages) {
    /// A page that nobody wonders about, in the language of the visitor.
    private static final String HARMLESS = "https://%s.wikipedia.org/";

    /// The same page in some language.
    ///
    /// @param tag of the language
    /// @param name what those who speak it call it
    /// @param href where it is
    record Way(String tag, String name, String href) {}

    /// @param self where the page is in each language
    static Frame of(Language language, Places places, Function<Language, String> self) {
        return new Frame(
                language,
                places,
                Arrays.stream(Language.values())
                        .map(each -> new Way(each.tag(), each.ownName(), self.apply(each)))
                        .toList());
    }

    /// As in the attribute `lang`.
    public String tag() {
        return language.tag();
    }

    /// As in the attribute `dir`.
    public String direction() {
        return language.direction();
    }

    /// Whether a program is behind the page, which fills forms in and sends what protects it along.
    public boolean served() {
        return places == Places.SERVED;
    }

    /// Where a stylesheet, a script or an icon is.
    public String part(String name) {
        return places.part(name);
    }

    /// Where the quick exit leads.
    public String exit() {
        return HARMLESS.formatted(language.tag());
    }

    public String home() {
        return places.home(language);
    }

    public String privacy() {
        return places.privacy(language);
    }
}
