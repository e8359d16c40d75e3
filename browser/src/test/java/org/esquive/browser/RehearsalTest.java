package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A rehearsal from the browser: a story is played through the real program, and the line is not touched.
class RehearsalTest {
    private static final double LONG_ENOUGH_MILLIS = 120_000;

    @RegisterExtension
    static final Program program = Program.demo("evening.yaml");

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    @Test
    void aStoryIsPlayedAndCompared() {
        Page page = Keepers.signIn(visitors.come(Look.DESK), program);
        var _ = page.navigate(program.desk("/console/rehearsal"));
        page.getByLabel("Machines that answer machines").check();

        Keepers.press(page, "Play it");

        assertThat(page.getByText("Replies over time").first())
                .isVisible(new IsVisibleOptions().setTimeout(LONG_ENOUGH_MILLIS));
        assertThat(page.locator("main")).containsText("Without protection");
        Locator last = page.locator("table.compared tbody tr").last();
        assertThat(last).containsText("A machine, by its speed");
        assertThat(
                        page.evaluate(
                                "() => { const box = document.querySelector('.wide'); return box.scrollWidth <= box.clientWidth; }"))
                .as("the whole table is seen at a desk")
                .isEqualTo(true);
        assertThat(page.locator("main")).not().containsText("{0");
        visitors.album().take(page, "rehearsal-played", Look.DESK);
        assertThat(Axe.violations(page)).isEmpty();
        var _ = page.navigate(program.desk("/console/decisions"));
        assertThat(page.locator("main")).containsText("No text has come in yet");
    }
}
