package org.esquive.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// The browser of a test class: its driver wants one thread, and two classes run at a time.
///
/// @param playwright who drives it
/// @param browser itself
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
    /// Debian's. The launcher hands over whichever it found.
    private static final String USUAL = "/usr/bin/chromium";

    /// So that a picture is the same on every machine.
    private static final List<String> ARGUMENTS =
            List.of("--force-color-profile=srgb", "--font-render-hinting=none", "--hide-scrollbars");

    /// Opened by the first test of the class, closed after the last.
    static Browser of(ExtensionContext test) {
        return test.getParent()
                .orElseThrow()
                .getStore(Namespace.create(Chromium.class))
                .computeIfAbsent(Chromium.class, _ -> open(), Chromium.class)
                .browser();
    }

    private static Chromium open() {
        Path program = Path.of(Optional.ofNullable(System.getenv("ESQUIVE_CHROMIUM"))
                .filter(named -> !named.isBlank())
                .orElse(USUAL));
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(
                    "no Chromium at " + program + ": start these tests with ./esquive browser, which finds one");
        }
        Playwright playwright = Playwright.create();
        LaunchOptions options = new LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
