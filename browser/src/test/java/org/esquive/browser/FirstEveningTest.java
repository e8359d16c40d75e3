package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What somebody sees who tries the demonstration: a phone in one window, the keepers' console in another.
class FirstEveningTest {
    @RegisterExtension
    static final Program program = Program.demo("evening.yaml");

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    @Test
    void fiveTextsAreAnsweredAndTheSixthMeetsSilenceWhileTheConsoleFollows() {
        Page now = Keepers.signIn(visitors.come(Look.DESK), program);
        Page decisions = now.context().newPage();
        var _ = decisions.navigate(program.desk("/console/decisions"));
        Phone phone = Phone.open(visitors.come(Look.PHONE), program);
        for (int n = 1; n <= 5; n++) {
            phone.write("slt " + n);
            assertThat(phone.answers()).hasCount(n);
        }

        phone.write("reponds");

        assertThat(phone.verdicts()).containsText("Beyond the fifth text");
        assertThat(phone.answers()).hasCount(5);
        assertThat(decisions.locator("tbody tr").first()).containsText("SENDER_LIMIT");
        assertThat(decisions.locator(
                        "tbody tr .pill", new Page.LocatorOptions().setHasText(Pattern.compile("^Answered$"))))
                .hasCount(5);
        assertThat(now.locator("main")).containsText("SENDER_LIMIT");
    }

    @Test
    void whatOthersWriteIsShownWithItsReason() {
        Phone phone = Phone.open(visitors.come(Look.PHONE), program);

        phone.writeAs("BANQUE");
        phone.write("Votre code");

        assertThat(phone.verdicts()).containsText("nobody to answer to");
        assertThat(phone.answers()).hasCount(0);
    }

    @Test
    void allRepliesStopAtOnceAndLeaveAgainAfterAQuestion() {
        Page keeper = Keepers.signIn(visitors.come(Look.PHONE), program);
        Keepers.press(keeper, "Stop all replies");
        assertThat(keeper.locator(".hold.panic")).containsText("a keeper stopped all replies");

        Page visitor = visitors.come(Look.PHONE);
        var _ = visitor.navigate(program.page("/"));
        assertThat(visitor.locator(".notice").last()).isVisible();

        Keepers.follow(keeper, "Let replies leave again");
        Keepers.press(keeper, "Let replies leave");
        assertThat(keeper.locator(".hold.panic")).hasCount(0);
    }
}
