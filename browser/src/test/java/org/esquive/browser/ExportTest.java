package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The public page as files, on a web host that knows nothing of the program.
class ExportTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @RegisterExtension
    final Visitors visitors = new Visitors(address -> address.startsWith("http://localhost:"));

    @TempDir
    Path folder;

    @Test
    void thePageOfFilesIsThePageOfTheProgram() throws Exception {
        Path settings = Path.of("src", "test", "resources", "lines.yaml").toAbsolutePath();
        Process export = new ProcessBuilder(
                        ROOT.resolve("esquive").toString(),
                        "page",
                        "--settings",
                        settings.toString(),
                        folder.toString())
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(export.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(export.exitValue())
                .as(new String(export.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        try (WebHost host = WebHost.of(folder)) {
            Page page = visitors.come(Look.PHONE);

            var _ = page.navigate(host.page("/"));

            assertThat(page.locator("#number")).hasText("06 39 98 00 10");
            page.getByRole(
                            AriaRole.LINK,
                            new GetByRoleOptions().setName("Français").setExact(true))
                    .last()
                    .click();
            assertThat(page.locator("html")).hasAttribute("lang", "fr");
            assertThat(page.locator("#number")).hasText("06 39 98 00 10");
            assertThat(Axe.violations(page)).isEmpty();
        }
        assertThat(Files.exists(folder.resolve("index.html"))).isTrue();
    }
}
