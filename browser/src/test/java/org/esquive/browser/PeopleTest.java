package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who comes in, by which door, and what becomes of what they typed.
class PeopleTest {
    private static final String WRONG = "That did not work.";

    @RegisterExtension
    static final Program program = Program.demo("evening.yaml");

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    private Page keeper() {
        return Keepers.signIn(visitors.come(Look.DESK), program);
    }

    /// Adds somebody, and hands over their first password.
    private String add(Page keeper, String name, String role) {
        var _ = keeper.navigate(program.desk("/console/people"));
        keeper.getByLabel("Name to sign in with").fill(name);
        keeper.getByLabel(role, new Page.GetByLabelOptions().setExact(false))
                .last()
                .check();
        Keepers.press(keeper, "Add them");
        return keeper.locator(".made .secret").innerText().strip();
    }

    private Page signedIn(String name, String password) {
        Page page = visitors.come(Look.PHONE);
        var _ = page.navigate(program.desk("/login"));
        Keepers.enter(page, name, password);
        page.waitForURL(program.desk("/console"));
        return page;
    }

    @Test
    void aCodeOfAnAppIsAskedForOnceItIsSetUp() {
        String password = add(keeper(), "nina", "keeper");
        Page nina = signedIn("nina", password);
        var _ = nina.navigate(program.desk("/console/account"));
        Keepers.follow(nina, "Set it up");
        AuthenticatorApp app =
                new AuthenticatorApp(nina.locator(".secret").innerText().strip());
        nina.getByLabel("The six digits").fill(app.code());
        Keepers.press(nina, "Ask for a code from now on");
        assertThat(nina.locator(".recovery li").first()).isVisible();
        String recovery = nina.locator(".recovery li").first().innerText().strip();

        Page elsewhere = visitors.come(Look.PHONE);
        var _ = elsewhere.navigate(program.desk("/login"));
        Keepers.enter(elsewhere, "nina", password);
        assertThat(elsewhere.getByRole(AriaRole.ALERT)).containsText(WRONG);
        elsewhere.getByLabel("Code").fill(app.next());
        Keepers.enter(elsewhere, "nina", password);
        elsewhere.waitForURL(program.desk("/console"));

        Page withoutApp = visitors.come(Look.PHONE);
        var _ = withoutApp.navigate(program.desk("/login"));
        withoutApp.getByLabel("Code").fill(recovery);
        Keepers.enter(withoutApp, "nina", password);
        withoutApp.waitForURL(program.desk("/console"));
    }

    @Test
    void aWatcherSeesEverythingAndChangesNothing() {
        Page keeper = keeper();
        Page otto = signedIn("otto", add(keeper, "otto", "watcher"));

        for (String path :
                new String[] {"/console/decisions", "/console/figures", "/console/alerts", "/console/texts"}) {
            assertThat(otto.navigate(program.desk(path)).status()).as(path).isEqualTo(200);
        }
        var _ = otto.navigate(program.desk("/console"));
        Locator stop = otto.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop all replies"));
        if (stop.count() > 0) {
            stop.click();
            assertThat(otto.locator("main")).containsText("That is for keepers");
            var _ = visitors.takeTroubles();
        }

        var _ = keeper.navigate(program.desk("/console"));
        assertThat(keeper.locator(".hold.panic")).hasCount(0);
    }

    @Test
    void aSessionThatIsEndedIsOverAtOnce() {
        Page keeper = keeper();
        String password = add(keeper, "mira", "keeper");
        Page lost = signedIn("mira", password);
        Page here = signedIn("mira", password);
        var _ = here.navigate(program.desk("/console/account"));
        Keepers.press(here, "End all the others");

        var _ = lost.navigate(program.desk("/console/decisions"));

        assertThat(lost).hasURL(Pattern.compile(".*/login.*"));
    }

    @Test
    void nothingTypedIsLostWhenTheSessionIsOver() {
        Page keeper = keeper();
        String password = add(keeper, "lea", "keeper");
        Page lea = signedIn("lea", password);
        var _ = lea.navigate(program.desk("/console/texts?language=nl"));
        lea.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName("First text").setExact(true))
                .fill("Hallo. Dit contact is niet gewenst. STOP: geen berichten meer.");
        Page other = signedIn("lea", password);
        var _ = other.navigate(program.desk("/console/account"));
        Keepers.press(other, "End all the others");

        Keepers.press(lea, "Save as a new version");
        assertThat(lea.getByRole(AriaRole.STATUS).first()).containsText("What you typed is safe");
        Keepers.enter(lea, "lea", password);
        assertThat(lea.locator("main")).containsText("still here");
        Keepers.press(lea, "Send it now");

        assertThat(lea.locator("#saved")).containsText("Saved as version");
        assertThat(lea.locator("main")).containsText("Dit contact is niet gewenst");
    }

    @Test
    void whatWasDoneIsWrittenDown() {
        Page keeper = keeper();
        var _ = add(keeper, "ada", "watcher");

        var _ = keeper.navigate(program.desk("/console/audit"));

        assertThat(keeper.locator("main")).containsText(program.keeper() + " added somebody.");
        assertThat(keeper.locator("main")).containsText(program.keeper() + " signed in.");
    }

    @Test
    void aHostileNameIsRefusedAndShownAsText() {
        Page keeper = keeper();
        var _ = keeper.navigate(program.desk("/console/people"));
        for (String name : Hostile.names().stream()
                .filter(text -> text.contains("<") || text.contains("$") || text.contains("'"))
                .limit(12)
                .toList()) {
            keeper.getByLabel("Name to sign in with").fill(name);
            Keepers.press(keeper, "Add them");
            assertThat(keeper.getByRole(AriaRole.ALERT)).containsText("cannot be a name");
            assertThat(Hostile.made(keeper, "input")).isEmpty();
        }
    }
}
