package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a visitor takes along: a copied number, a contact, a sheet of paper, a page that opens without a network. And
/// how one leaves.
class TakeAlongTest {
    private static final String NUMBER = "06 39 98 00 10";
    private static final String HARMLESS = "https://*.wikipedia.org/**";
    /// Waits until the worker answers for this page and has a copy of it. To be evaluated, not waited for: the driver
    /// takes any promise for yes.
    private static final String KEPT = """
            async () => {
              const workers = navigator.serviceWorker;
              const { active } = await workers.ready;
              const next = (what, event) => new Promise(done => what.addEventListener(event, done, { once: true }));
              while (active.state !== 'activated') { await next(active, 'statechange'); }
              while (workers.controller !== active) { await next(workers, 'controllerchange'); }
              return (await (await caches.open('give-out')).keys()).some(it => it.url === location.href);
            }""";

    @RegisterExtension
    static final Program program = Program.demo();

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    private Page open(String path) {
        Page page = visitors.come(Look.PHONE);
        var _ = page.navigate(program.page(path));
        return page;
    }

    @Test
    void oneTapCopiesTheNumber() {
        Page page = open("/");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));

        page.locator("#copy").click();

        assertThat(page.locator("#copied")).hasText("Copied");
        assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(NUMBER);
    }

    @Test
    void aContactHasTheNameThatWasChosen() throws IOException {
        Page page = open("/");
        page.getByLabel("Name in your contacts").fill("Camille; du, sport\\");

        Download contact = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Save as a contact"))
                        .click());

        String card = Files.readString(contact.path());
        assertThat(contact.suggestedFilename()).isEqualTo("contact.vcf");
        assertThat(card).startsWith("BEGIN:VCARD").contains("+33639980010", "Camille\\; du\\, sport\\\\");
    }

    @Test
    void theNumberCanBePrinted() throws IOException {
        Page page = open("/line/demo/print");
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

        Path paper = Path.of("target", "screenshots", "print.pdf");
        byte[] pdf = page.pdf(new PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
        Files.createDirectories(paper.getParent());
        var _ = Files.write(paper, pdf);

        assertThat(page.locator("#poster .number")).isVisible();
        assertThat(page.locator("#poster .number")).hasText(NUMBER);
        assertThat(page.locator("#cards .card").last()).isVisible();
        assertThat(page.locator(".exit")).isHidden();
        assertThat(pdf).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1).split("/Type /Page\\b", -1))
                .as("a page for the poster, one for the cards")
                .hasSize(2 + 1);
    }

    @Test
    void afterOneVisitItOpensWithoutANetwork() {
        Page page = open("/");
        assertThat(page.evaluate(KEPT)).isEqualTo(true);

        page.context().setOffline(true);
        var _ = page.reload();

        assertThat(page.locator("#number")).hasText(NUMBER);
        assertThat(page.locator("#offline")).isVisible();
        assertThat(page.locator("#number")).hasCSS("font-weight", "750");
        page.context().setOffline(false);
        var _ = page.reload();
        assertThat(page.locator("#offline")).isHidden();
    }

    @Test
    void theExitLeavesNothingToGoBackTo() {
        Page page = open("/");
        letLeave(page);

        page.locator(".exit").click();

        assertThat(page.getByText("an ordinary page")).isVisible();
        wayBackIsBarred(page);
    }

    @Test
    void theKeyboardLeavesFromAnywhere() {
        for (String key : List.of("Escape", "Shift")) {
            Page page = open("/");
            letLeave(page);
            assertThat(page.evaluate(KEPT)).isEqualTo(true);
            page.getByLabel("Name in your contacts").focus();

            for (int times = 0; times < 3; times++) {
                page.keyboard().press(key);
            }

            assertThat(page.getByText("an ordinary page")).isVisible();
            wayBackIsBarred(page);
        }
    }

    @Test
    void withoutScriptTheExitIsALink() {
        Page page = visitors.come(Look.PHONE, options -> options.setJavaScriptEnabled(false));
        var _ = page.navigate(program.page("/"));
        letLeave(page);

        page.locator(".exit").click();

        assertThat(page.getByText("an ordinary page")).isVisible();
        assertThat(visitors.takeTroubles()).allMatch(trouble -> trouble.contains("wikipedia"));
    }

    /// The exit leads to another machine: here it is played.
    private static void letLeave(Page page) {
        page.context()
                .route(
                        HARMLESS,
                        route -> route.fulfill(
                                new FulfillOptions().setContentType("text/html").setBody("<p>an ordinary page</p>")));
    }

    private void wayBackIsBarred(Page page) {
        var _ = page.goBack();
        assertThat(page.locator("body")).not().containsText(NUMBER);
        assertThat(page.url()).doesNotContain(program.page(""));
        assertThat(visitors.takeTroubles()).allMatch(trouble -> trouble.contains("wikipedia"));
    }

    @Test
    void aPartnerShowsItInAFrame() throws IOException {
        String frame =
                "<title>A partner</title><iframe title=\"line\" width=\"320\" height=\"260\" src=\"%s\"></iframe>";
        Path partner = Files.createTempDirectory("partner");
        var _ = Files.writeString(partner.resolve("index.html"), frame.formatted(program.page("/embed/demo")));
        try (WebHost host = WebHost.of(partner)) {
            Page page = visitors.come(Look.PHONE);

            var _ = page.navigate(host.page("/"));

            Locator number = page.frameLocator("iframe").locator("strong");
            assertThat(number).hasText(NUMBER);
            assertThat(visitors.takeTroubles()).allMatch(trouble -> trouble.contains(host.page("/")));
        }
    }
}
