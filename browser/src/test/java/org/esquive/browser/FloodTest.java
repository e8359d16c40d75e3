package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A flood of the demonstration, from the button to its end: 20 seconds of texts, then the shortest calm there is.
class FloodTest {
    private static final double WHOLE_STORY_MILLIS = 150_000;

    @RegisterExtension
    static final Program program = Program.demo("evening.yaml");

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    @Test
    void aFloodIsSeenToldAndOver() {
        Page now = Keepers.signIn(visitors.come(Look.DESK), program);
        Phone phone = Phone.open(visitors.come(Look.PHONE), program);

        phone.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Flood this line"))
                .click();

        Locator hold = now.locator(".hold");
        assertThat(hold.first()).containsText("Paused because");
        assertThat(phone.page().locator("#story")).containsText("Quiet now");
        assertThat(now.locator("main")).containsText("in floods, counted apart");
        assertThat(phone.page().locator("#story"))
                .containsText("answers again", new ContainsTextOptions().setTimeout(WHOLE_STORY_MILLIS));
        assertThat(hold).hasCount(0, new HasCountOptions().setTimeout(WHOLE_STORY_MILLIS));
        var _ = now.navigate(program.desk("/console/alerts"));
        assertThat(now.locator("main")).containsText("flood");
    }
}
