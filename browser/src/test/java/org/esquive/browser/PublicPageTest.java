package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.esquive.browser.Look.Screen;
import org.esquive.browser.Look.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page people give a number out from, as somebody meets it who never saw it before.
class PublicPageTest {
    /// All that a first visit loads, before it is packed for the way.
    private static final int MOST_BYTES = 30_000;

    private static final int MOST_REQUESTS = 6;
    private static final String NUMBER = "06 39 98 00 10";

    @RegisterExtension
    static final Program program = Program.demo();

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?lang=ar", "/privacy?lang=de"})
    void theFirstVisitIsLight(String path) {
        Page page = visitors.come(Look.PHONE, Visitors::withoutWorker);
        List<Response> answers = new ArrayList<>();
        page.context().onResponse(answers::add);

        var _ = page.navigate(program.page(path));

        List<Response> all = List.copyOf(answers);
        int bytes = all.stream().mapToInt(answer -> answer.body().length).sum();
        String each = all.stream()
                .map(answer -> answer.url() + " " + answer.body().length)
                .collect(Collectors.joining(", "));
        assertThat(all).as("requests: %s", each).hasSizeBetween(2, MOST_REQUESTS);
        assertThat(bytes).as("bytes, not packed: %s", each).isLessThan(MOST_BYTES);
    }

    @Test
    void nothingFollowsTheVisitor() {
        Page page = visitors.come(Look.PHONE);

        var _ = page.navigate(program.page("/"));

        assertThat(page.context().cookies()).as("cookies").isEmpty();
        assertThat(page.evaluate("() => localStorage.length + sessionStorage.length"))
                .isEqualTo(0);
    }

    @Test
    void withoutScriptEverythingThatMattersIsThere() {
        Page page = visitors.come(Look.PHONE, options -> options.setJavaScriptEnabled(false));

        var _ = page.navigate(program.page("/"));

        assertThat(page.locator("#number")).hasText(NUMBER);
        assertThat(page.getByText("Give this number. Not yours.")).isVisible();
        assertThat(page.locator(".bubble.ours").first()).isVisible();
        assertThat(page.getByText("Save as a contact")).isVisible();
        assertThat(page.locator(".exit")).hasAttribute("href", "https://en.wikipedia.org/");
        assertThat(page.locator("#copy")).isHidden();
        assertThat(page.getByText("Français")).isVisible();
        assertThat(page.locator(".danger a").first()).hasAttribute("href", "tel:112");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de", "es", "it", "nl", "pl", "pt", "tr", "ar"})
    void everyLanguageFitsEveryScreenAndEverybody(String language) {
        Look look = Look.PHONE.in(language);
        Page page = visitors.come(look, options -> options.setReducedMotion(ReducedMotion.REDUCE));

        var _ = page.navigate(program.page("/"));

        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("html")).hasAttribute("dir", language.equals("ar") ? "rtl" : "ltr");
        assertThat(page.locator("#number")).hasCSS("direction", "ltr");
        for (Theme theme : Theme.values()) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(theme.scheme));
            visitors.album().take(page, "page", look.by(theme));
            assertThat(Axe.violations(page)).as("axe, %s", look.by(theme)).isEmpty();
        }
        for (Screen screen : Screen.values()) {
            page.setViewportSize(screen.width, screen.height);
            assertThat(Layout.beyondTheEdge(page)).as("%s", screen).isEmpty();
        }
    }

    @Test
    void theNumberIsTheFirstThingSeenOnTheSmallestScreen() {
        Page page = visitors.come(new Look(Screen.SMALL, Theme.DARK, "fr"));

        var _ = page.navigate(program.page("/"));

        assertThat(page.locator("#number")).isInViewport();
        assertThat(page.locator(".exit")).isInViewport();
        assertThat(page.locator("#copy")).isInViewport();
    }

    @Test
    void itStaysUsableWhenTextIsTwiceAsLarge() {
        Page page = visitors.come(Look.DESK);
        var _ = page.navigate(program.page("/"));

        var _ = page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");

        assertThat(Layout.beyondTheEdge(page)).isEmpty();
    }
}
