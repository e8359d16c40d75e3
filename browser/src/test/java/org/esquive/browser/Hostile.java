package org.esquive.browser;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What people type to break pages.
final class Hostile {
    private static final Path FILE = Path.of("src", "test", "resources", "vectors", "hostile_text.jsonl");

    /// What a page shows as text, each without what surrounds it.
    private static final String SHOWN =
            "(where) => [...document.querySelectorAll(where)].map(it => it.value ?? it.textContent)";

    /// Elements in places that are for text alone, and elements that no page of ours has.
    private static final String MADE = """
            (where) => [...document.querySelectorAll(where + ' *, script:not([src^="/"]), iframe, img, object, embed, marquee, body body, '
              + '[onerror], [onclick], [onload], [onfocus], [onmouseover], [onkeyup], [onwheel], [href^="javascript" i], '
              + '[id^="fuzz"], [style*="expression"]')].map(it => it.outerHTML.slice(0, 100))
            """;

    private Hostile() {}

    /// All texts.
    static List<String> texts() {
        try {
            return Files.readAllLines(FILE).stream()
                    .map(line -> JsonParser.parseString(line)
                            .getAsJsonObject()
                            .get("text")
                            .getAsString())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Those that a name may be: short, and of one line.
    static List<String> names() {
        return texts().stream()
                .filter(text -> text.length() <= 40 && text.chars().noneMatch(Character::isISOControl))
                .toList();
    }

    /// What is shown in some places of a page.
    ///
    /// @param where a selector of elements that hold nothing but text
    static List<String> shown(Page page, String where) {
        return ((List<?>) page.evaluate(SHOWN, where))
                .stream().map(String::valueOf).toList();
    }

    /// The elements that a text became.
    static List<String> made(Page page, String where) {
        return ((List<?>) page.evaluate(MADE, where))
                .stream().map(String::valueOf).toList();
    }
}
