package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A keeper changes the settings, with another keeper at the same time and with mistakes.
class SettingsTest {
    private static final String LINE = "/console/settings/lines/demo";

    @RegisterExtension
    static final Program program = Program.demo("evening.yaml");

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    private Page open(String path) {
        Page page = Keepers.signIn(visitors.come(Look.DESK), program);
        var _ = page.navigate(program.desk(path));
        return page;
    }

    /// All folded parts of a form, opened.
    private static Page unfold(Page page) {
        var _ = page.evaluate("() => document.querySelectorAll('details').forEach(it => { it.open = true; })");
        return page;
    }

    @Test
    void aChangeIsAVersionThatCanBeTakenBack() {
        Page page = unfold(open(LINE));
        page.getByLabel("Replies a day", new Page.GetByLabelOptions().setExact(true))
                .fill("77");

        Keepers.press(page, "Save");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Saved as version");
        Keepers.follow(page, "What changed, and how to take it back");
        assertThat(page.locator("main")).containsText("77");

        var _ = page.navigate(program.desk("/console/settings/versions/1"));
        Keepers.press(page, "Go back to version 1");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Saved as version");
        var _ = page.navigate(program.desk(LINE));
        assertThat(unfold(page).getByLabel("Replies a day", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("500");
    }

    @Test
    void aMistakeIsNamedAndNothingTypedIsLost() {
        Page page = unfold(open(LINE));
        page.getByLabel("Replies a day", new Page.GetByLabelOptions().setExact(true))
                .fill("many");

        Keepers.press(page, "Save");

        assertThat(page.getByRole(AriaRole.ALERT).first()).isFocused();
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("Replies a day");
        assertThat(page.getByLabel("Replies a day", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("many");
        assertThat(Axe.violations(page)).isEmpty();
        assertThat(Layout.unreachable(page)).isEmpty();
    }

    @Test
    void theSecondOfTwoKeepersSeesWhatTheFirstChanged() {
        Page one = unfold(open(LINE));
        Page other = unfold(open(LINE));
        one.getByLabel("Replies a day", new Page.GetByLabelOptions().setExact(true))
                .fill("88");
        other.getByLabel("Replies a day", new Page.GetByLabelOptions().setExact(true))
                .fill("99");

        Keepers.press(one, "Save");
        assertThat(one.getByRole(AriaRole.STATUS).first()).containsText("Saved as version");
        Keepers.press(other, "Save");

        assertThat(other.locator("h1")).hasText("Somebody else changed the settings meanwhile");
        assertThat(other.locator("main")).containsText("88");
        assertThat(other.locator("main")).containsText("99");
        assertThat(other.locator("main")).containsText("both changed it");
        visitors.album().take(other, "settings-clash", Look.DESK);
        assertThat(Axe.violations(other)).isEmpty();
        Keepers.press(other, "Apply mine on top of version");
        assertThat(other.getByRole(AriaRole.STATUS).first()).containsText("Saved as version");
        var _ = other.navigate(program.desk(LINE));
        assertThat(unfold(other).getByLabel("Replies a day", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("99");
    }

    @Test
    void aTestTextReachesOnesOwnPhone() {
        Page page = open(LINE);
        page.getByLabel("Your phone’s number").fill("06 39 98 00 03");

        Keepers.press(page, "Send it");

        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The text left");
        Phone phone = Phone.open(visitors.come(Look.PHONE), program);
        phone.writeAs("+33639980003");
        assertThat(phone.answers().first()).containsText("this is a test of your line");
    }

    @Test
    void hostileWordsInTheDocumentAreWordsInWhatIsWrong() {
        Page page = open("/console/settings/document");
        String document = page.getByLabel("The settings").inputValue();
        List<String> words = Hostile.names().stream()
                .filter(text -> text.contains("<") && !text.contains("\"") && !text.contains("\\"))
                .limit(15)
                .toList();
        for (String word : words) {
            page.getByLabel("The settings")
                    .fill(document.replaceFirst("delay: .*", Matcher.quoteReplacement("delay: \"" + word + "\"")));
            Keepers.press(page, "Save");
            assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
            assertThat(Hostile.made(page, "textarea")).isEmpty();
        }
    }
}
