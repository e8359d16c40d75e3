package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody guesses passwords, at a door of their own: the attempts of a network are used up for everybody new in it.
class GuessingTest {

    @RegisterExtension
    static final Program program = Program.demo("evening.yaml");

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    @Test
    void guessingNeverLocksTheRealKeeperOut() {
        Page keeper = Keepers.signIn(visitors.come(Look.DESK), program);
        Page guesser = visitors.come(Look.DESK);
        var _ = guesser.navigate(program.desk("/login"));
        for (int guess = 0; guess < 12; guess++) {
            Keepers.enter(guesser, program.keeper(), "guess-" + guess);
            assertThat(guesser.getByRole(AriaRole.ALERT)).isVisible();
        }
        assertThat(guesser.getByRole(AriaRole.ALERT)).containsText("Too many attempts");

        var _ = keeper.navigate(program.desk("/console/account"));
        Keepers.press(keeper, "Sign out");
        Keepers.enter(keeper, program.keeper(), program.password());

        keeper.waitForURL(program.desk("/console"));
    }
}
