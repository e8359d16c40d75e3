package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Texts made to break pages are shown as what they are, wherever they are shown. That none of them opened a dialog or
/// asked another machine is what [Visitors] sees to.
class HostileTextTest {
    /// As many as the phone page keeps of one sender, less the answers.
    private static final int A_THREAD = 150;

    private static final List<String> SENDERS = List.of("+33639980001", "+33639980002");

    @RegisterExtension
    static final Program program = Program.demo("evening.yaml");

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    @Test
    void aTextIsShownAsItWasTyped() {
        Page page = visitors.come(Look.DESK);
        List<String> texts = Hostile.texts();
        for (int n = 0; n < texts.size(); n++) {
            Phone.text(page, program, SENDERS.get(n / A_THREAD), texts.get(n));
        }

        Phone phone = Phone.open(page, program);

        for (int sender = 0; sender * A_THREAD < texts.size(); sender++) {
            List<String> written = texts.subList(sender * A_THREAD, Math.min(texts.size(), (sender + 1) * A_THREAD));
            phone.writeAs(SENDERS.get(sender));
            assertThat(page.locator(".bubble.theirs")).hasCount(written.size());
            assertThat(Hostile.shown(page, ".bubble.theirs")).containsExactlyElementsOf(written);
            assertThat(Hostile.made(page, ".bubble")).isEmpty();
        }
    }

    @Test
    void aNameAtTheDoorIsOnlyAName() {
        Page page = visitors.come(Look.DESK);
        for (String name : List.of("\"><script>alert(1)</script>", "<img src=x onerror=alert(123) />", "${7*7}")) {
            var _ = page.navigate(program.desk("/login"));
            page.getByLabel("Name").fill(name);
            page.getByLabel("Password").fill(name);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            assertThat(Hostile.made(page, "input")).isEmpty();
        }
    }
}
