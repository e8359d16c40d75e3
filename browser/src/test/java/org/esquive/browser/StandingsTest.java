package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import org.esquive.browser.Look.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Several lines on one page: the one for the visitor's country first, and each saying whether it still answers.
class StandingsTest {
    @RegisterExtension
    static final Program program = Program.demo("lines.yaml");

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    @ParameterizedTest
    @CsvSource({"fr-FR, 06 39 98 00 10", "en-GB, 07700 900123", "nl-NL, 06 39 98 00 10"})
    void aVisitorGetsTheHealthyLineOfTheirCountry(String language, String number) {
        Page page = visitors.come(Look.PHONE.in(language));

        var _ = page.navigate(program.page("/"));

        assertThat(page.locator("#number")).hasText(number);
    }

    @ParameterizedTest
    @CsvSource({"muted, does not answer for now", "retired, no longer given out"})
    void aLineThatDoesNotAnswerSaysSo(String line, String says) {
        Page page = visitors.come(Look.PHONE);

        var _ = page.navigate(program.page("/line/" + line));

        assertThat(page.locator("main")).containsText(says);
        for (Theme theme : Theme.values()) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(theme.scheme));
            visitors.album().take(page, "line-" + line, Look.PHONE.by(theme));
            assertThat(Axe.violations(page)).isEmpty();
        }
    }

    @Test
    void aRetiredNumberCannotBeCopiedOrSaved() {
        Page page = visitors.come(Look.PHONE);

        var _ = page.navigate(program.page("/line/retired"));

        assertThat(page.locator("#copy")).hasCount(0);
        assertThat(page.getByText("Save as a contact")).hasCount(0);
        assertThat(page.request().get(program.page("/line/retired/contact.vcf")).status())
                .isEqualTo(410);
    }
}
