package org.esquive.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.esquive.browser.Look.Screen;
import org.esquive.browser.Look.Theme;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The people of one test, each with a browser profile of their own. Whatever the test is about, it fails afterwards
/// if a page of theirs opened a dialog, failed in a script, broke the content policy or asked a foreign machine. A
/// test that failed leaves a picture of each page in `target/failures`.
final class Visitors implements BeforeEachCallback, AfterEachCallback {
    private static final double PATIENCE_MILLIS = 15_000;
    private static final Path FAILURES = Path.of("target", "failures");

    private final Predicate<String> ours;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private Browser browser;
    private Album album;

    Visitors(Program program) {
        this(program::owns);
    }

    /// @param ours addresses that pages may ask
    Visitors(Predicate<String> ours) {
        this.ours = ours;
    }

    /// Somebody comes, with a page that is still empty.
    Page come(Look look) {
        return come(look, options -> options);
    }

    /// Somebody comes with a browser that differs: no script, a session of before.
    Page come(Look look, UnaryOperator<NewContextOptions> differently) {
        BrowserContext context = browser.newContext(differently.apply(look.options()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        contexts.add(context);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isRefusalOfPage(message)) {
                troubles.add("console: " + message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> troubles.add("script: " + error.error()));
        context.onDialog(dialog -> {
            // The browser's own question whether to leave a page with unsaved words is welcome.
            if (dialog.type().equals("beforeunload")) {
                dialog.accept();
                return;
            }
            troubles.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.onRequest(request -> {
            String address = request.url();
            if (address.startsWith("http") && !ours.test(address)) {
                troubles.add("asked another machine: " + address);
            }
        });
        return context.newPage();
    }

    /// A page that says no, such as to a wrong password, is an error to the browser and an answer to us.
    private static boolean isRefusalOfPage(ConsoleMessage message) {
        return message.text().startsWith("Failed to load resource: the server responded with a status of 4")
                && message.page() != null
                && message.location().startsWith(message.page().url() + ":");
    }

    /// Where pictures go.
    Album album() {
        return album;
    }

    /// Looks at a page as everybody will: on a phone and at a desk, in both themes, with a picture of each; on the
    /// smallest screen and by key alone. Fails if it is not fit for somebody.
    void lookAt(Page page, String name, String language) {
        for (Screen screen : List.of(Screen.PHONE, Screen.DESK)) {
            page.setViewportSize(screen.width, screen.height);
            for (Theme theme : Theme.values()) {
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(theme.scheme));
                Look look = new Look(screen, theme, language);
                album.take(page, name, look);
                assertThat(Axe.violations(page)).as("axe, %s, %s", name, look).isEmpty();
            }
        }
        page.setViewportSize(Screen.SMALL.width, Screen.SMALL.height);
        assertThat(Layout.beyondTheEdge(page))
                .as("at %d px, %s", Screen.SMALL.width, name)
                .isEmpty();
        page.setViewportSize(Screen.DESK.width, Screen.DESK.height);
        assertThat(Layout.unreachable(page)).as("by the tab key, %s", name).isEmpty();
    }

    /// A browser that keeps no copies: what it asks for is what the page asks for.
    static NewContextOptions withoutWorker(NewContextOptions options) {
        return options.setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    }

    /// What went wrong so far, which then no longer fails the test.
    List<String> takeTroubles() {
        List<String> taken = List.copyOf(troubles);
        troubles.clear();
        return taken;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        browser = Chromium.of(context);
        album = Album.shared(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            takePictures(context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName());
        }
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertThat(takeTroubles()).as("what a page must never do").isEmpty();
    }

    private void takePictures(String name) {
        int n = 1;
        for (Page page :
                contexts.stream().flatMap(each -> each.pages().stream()).toList()) {
            Path file = FAILURES.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + n++ + ".png");
            try {
                var _ = page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
            } catch (PlaywrightException failure) {
                troubles.add("no picture of " + page.url() + ": " + failure.getMessage());
            }
        }
    }
}
