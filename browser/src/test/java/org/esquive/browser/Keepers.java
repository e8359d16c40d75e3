package org.esquive.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// How a keeper comes in.
final class Keepers {
    private Keepers() {}

    /// Presses a button, by what it says or begins with.
    static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    /// Follows a link, by what it says or begins with.
    static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    /// Signs in as the first keeper, in English, and lands on the console.
    static Page signIn(Page page, Program program) {
        var _ = page.navigate(program.desk("/login"));
        enter(page, program.keeper(), program.password());
        page.waitForURL(program.desk("/console"));
        return page;
    }

    /// Fills in the form of the door and presses its button, wherever that leads.
    static void enter(Page page, String name, String password) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        press(page, "Come in");
    }
}
