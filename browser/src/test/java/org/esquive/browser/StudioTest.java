package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A keeper writes what the line says: what it takes is seen while typing, and nothing typed is lost.
class StudioTest {
    private static final String FRENCH = "/console/texts?language=fr";

    @RegisterExtension
    static final Program program = Program.demo("evening.yaml");

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    private Page studio(String path) {
        Page page = Keepers.signIn(visitors.come(Look.DESK), program);
        var _ = page.navigate(program.desk(path));
        return page;
    }

    private static Locator first(Page page) {
        return page.getByRole(
                AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName("First text").setExact(true));
    }

    private static Locator rung(Page page) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("First text"));
    }

    @Test
    void aTextIsMeasuredWhileTypedMadePlainSavedSentAndTakenBack() {
        Page page = studio(FRENCH);
        String before = first(page).inputValue();

        first(page).fill("Bonjour. Ce contact n’est pas souhaité. STOP : plus d’envoi. " + "x".repeat(20));
        assertThat(rung(page)).containsText("U+2019");
        assertThat(rung(page)).containsText("2 segments");
        assertThat(rung(page).locator(".bubble.ours")).containsText("Ce contact n’est pas souhaité");
        Keepers.press(page, "Make it plain: 1 segment");
        assertThat(rung(page)).containsText("1 segment");
        assertThat(first(page))
                .hasValue("Bonjour. Ce contact n'est pas souhaité. STOP : plus d'envoi. " + "x".repeat(20));

        Keepers.press(page, "Save as a new version");
        assertThat(page.locator("#saved")).containsText("Saved as version");
        Phone phone = Phone.open(visitors.come(Look.PHONE), program);
        phone.write("slt");
        assertThat(phone.answers().first()).containsText("n'est pas souhaité");

        Keepers.press(page, "Undo");
        assertThat(page.locator("#saved")).containsText("Brought back");
        assertThat(first(page)).hasValue(before);
    }

    @Test
    void twoWhoWriteAtOnceSeeEachOther() {
        Page one = studio(FRENCH);
        Page other = studio(FRENCH);
        first(one).fill("Le premier texte de l'un. STOP : plus d'envoi.");
        first(other).fill("Le premier texte de l'autre. STOP : plus d'envoi.");

        Keepers.press(one, "Save as a new version");
        assertThat(one.locator("#saved")).isVisible();
        Keepers.press(other, "Save as a new version");

        assertThat(other.getByRole(AriaRole.ALERT).first()).containsText("Not saved yet");
        assertThat(first(other)).hasValue("Le premier texte de l'autre. STOP : plus d'envoi.");
        assertThat(rung(other)).containsText("Le premier texte de l'un.");
        Keepers.press(other, "Save what the fields say now");
        assertThat(other.locator("#saved")).containsText("Saved as version");
    }

    @Test
    void wordsThatWereNotSavedComeBack() {
        Page page = studio("/console/texts?language=es");
        first(page).fill("Hola. Este contacto no es deseado. STOP: no más mensajes.");

        var _ = page.reload();
        Keepers.press(page, "Bring it back");

        assertThat(first(page)).hasValue("Hola. Este contacto no es deseado. STOP: no más mensajes.");
    }

    @Test
    void withoutScriptEverythingCanStillBeDone() {
        Page signedIn = Keepers.signIn(visitors.come(Look.DESK), program);
        String session = signedIn.context().storageState();
        Page page = visitors.come(
                Look.PHONE, options -> options.setJavaScriptEnabled(false).setStorageState(session));
        var _ = page.navigate(program.desk("/console/texts?language=de"));

        first(page).fill("Guten Tag. Dieser Kontakt ist nicht erwünscht… STOP: keine weiteren.");
        Keepers.press(page, "Measure");
        assertThat(rung(page)).containsText("U+2026");
        Keepers.press(page, "Make it plain");
        assertThat(first(page)).hasValue("Guten Tag. Dieser Kontakt ist nicht erwünscht... STOP: keine weiteren.");
        Keepers.press(page, "Save as a new version");

        assertThat(page.locator("#saved")).containsText("Saved as version");
    }

    @Test
    void hostileWordsStayWordsOnTheScreenOfThePhone() {
        Page page = studio("/console/texts?language=it");
        List<String> texts = Hostile.texts().stream()
                .filter(text -> text.contains("<"))
                .limit(40)
                .toList();
        for (String text : texts) {
            first(page).fill(text);
            assertThat(rung(page).locator(".bubble.ours")).hasText(text);
            assertThat(Hostile.made(page, ".bubble.ours:not(:has(mark))")).isEmpty();
        }
        Keepers.press(page, "Save as a new version");
        assertThat(page.locator("main")).containsText(texts.getLast().substring(0, 20));
        assertThat(Hostile.made(page, "textarea")).isEmpty();
    }
}
