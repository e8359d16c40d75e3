package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A keeper's first evening: from the password of the first start to a line that answers, without a document to write.
class FirstStepsTest {

    @RegisterExtension
    static final Program program = Program.fresh();

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    @Test
    void aNewInstallationLeadsToALine() {
        Page page = visitors.come(Look.PHONE);
        var _ = page.navigate(program.desk("/login"));
        Keepers.enter(page, program.keeper(), program.password());
        look(page, "Where is the line?");
        page.getByLabel("Country").selectOption("GB");
        Keepers.press(page, "Next");

        look(page, "How does it reach the phone network?");
        Keepers.press(page, "Next");
        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
        page.locator("input[value='kind:loopback']").check();
        Keepers.press(page, "Next");

        look(page, "The number");
        page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).fill("not a number");
        Keepers.press(page, "Next");
        look(page, "The number");
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("Number");
        page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).fill("07700 900123");
        Keepers.press(page, "Next");

        look(page, "When it answers, and how much");
        assertThat(page.locator(".promises")).containsText("At most 5 texts of one sender");
        Keepers.press(page, "Next");
        look(page, "Who is told of trouble?");
        Keepers.press(page, "Next");
        look(page, "All at a glance");
        assertThat(page.locator(".glance")).containsText("+447700900123");
        Keepers.press(page, "Set the line up");

        look(page, "Your line is set up");
        var _ = page.navigate(program.desk("/console"));
        assertThat(page.locator("h1")).containsText("07700 900123");
        var _ = page.navigate(program.page("/"));
        assertThat(page.locator("#number")).containsText("07700 900123");
    }

    /// In English where the keeper stands; in French as a second window of the same keeper shows it.
    private void look(Page page, String title) {
        assertThat(page.locator("h1")).hasText(title);
        String name = "welcome-" + title.replaceAll("[^A-Za-z]+", "-");
        visitors.lookAt(page, name, "en");
        String session = page.context().storageState();
        Page french = visitors.come(Look.PHONE.in("fr"), options -> options.setStorageState(session));
        var _ = french.navigate(page.url());
        visitors.lookAt(french, name, "fr");
        french.close();
    }
}
