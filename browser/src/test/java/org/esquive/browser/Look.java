package org.esquive.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/// What a visitor looks through: a screen, a theme and a language.
///
/// @param screen its size
/// @param theme what the visitor's device prefers
/// @param language as a browser names it, such as `fr`
record Look(Screen screen, Theme theme, String language) {
    /// A phone in light and English, for tests that are not about looks.
    static final Look PHONE = new Look(Screen.PHONE, Theme.LIGHT, "en");

    /// The same at a desk.
    static final Look DESK = new Look(Screen.DESK, Theme.LIGHT, "en");

    /// Sizes in CSS pixels. The small one is the narrowest that WCAG 2.2 asks for (1.4.10 Reflow).
    enum Screen {
        SMALL(320, 568),
        PHONE(390, 844),
        DESK(1280, 900);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    enum Theme {
        LIGHT(ColorScheme.LIGHT),
        DARK(ColorScheme.DARK);

        final ColorScheme scheme;

        Theme(ColorScheme scheme) {
            this.scheme = scheme;
        }
    }

    Look in(String other) {
        return new Look(screen, theme, other);
    }

    Look by(Theme other) {
        return new Look(screen, other, language);
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(theme.scheme)
                .setLocale(language);
    }

    /// As screenshots are named: `phone-light-fr`.
    @Override
    public String toString() {
        return (screen + "-" + theme).toLowerCase(Locale.ROOT) + "-" + language;
    }
}
