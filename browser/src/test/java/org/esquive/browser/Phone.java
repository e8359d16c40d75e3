package org.esquive.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// The imagined phone of the demonstration, in the hands of a person.
///
/// @param page where it is
record Phone(Page page) {
    static Phone open(Page page, Program program) {
        var _ = page.navigate(program.page("/phone"));
        return new Phone(page);
    }

    /// Writes a text to the line.
    void write(String text) {
        page.getByLabel("Write a text").fill(text);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
    }

    /// Becomes another sender.
    void writeAs(String sender) {
        var _ = page.getByLabel("You are").selectOption(sender);
    }

    /// The answers on the phone.
    Locator answers() {
        return page.locator("#thread .bubble.ours");
    }

    /// What was decided, newest first.
    Locator verdicts() {
        return page.locator("#verdicts");
    }
}
