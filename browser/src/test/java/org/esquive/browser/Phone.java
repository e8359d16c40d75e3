package org.esquive.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;

/// The imagined phone of the demonstration, in the hands of a person.
///
/// @param page where it is
record Phone(Page page) {
    static Phone open(Page page, Program program) {
        var _ = page.navigate(program.page("/phone"));
        return new Phone(page);
    }

    /// Texts the line as a program would, without looking at the answers.
    static void text(Page page, Program program, String sender, String text) {
        APIResponse answer = page.request()
                .post(
                        program.page("/loopback/texts"),
                        RequestOptions.create()
                                .setHeader("X-Esquive", "test")
                                .setData(Map.of("from", sender, "text", text)));
        assertThat(answer.ok()).as(text).isTrue();
        answer.dispose();
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
