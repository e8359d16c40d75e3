package org.esquive.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every page there is: accessible in both themes, on a phone and at a desk, in both languages; no sideways scrolling
/// on the smallest screen; all of it in reach of the tab key. And a picture of each.
class EveryPageTest {
    private static final List<String> LANGUAGES = List.of("en", "fr");
    private static final List<String> SENDERS = List.of("+33639980001", "+33639980002", "BANQUE", "+447700900123");

    @RegisterExtension
    static final Program program = Program.demo();

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    @TestFactory
    Stream<DynamicTest> isFitForEverybody() {
        Page keeper = Keepers.signIn(visitors.come(Look.DESK), program);
        leaveTraces(keeper);
        List<String> starts = List.of(
                program.page("/"), program.page("/phone"), program.desk("/console"), program.desk("/console/settings"));
        List<String> pages = new Walk(program, keeper).from(starts);
        String session = keeper.context().storageState();
        return LANGUAGES.stream().flatMap(language -> {
            Page page = visitors.come(
                    Look.PHONE.in(language),
                    options -> options.setStorageState(session).setReducedMotion(ReducedMotion.REDUCE));
            return Stream.concat(pages.stream(), Stream.of(program.desk("/login"), program.page("/nothing")))
                    .map(address -> DynamicTest.dynamicTest(
                            Walk.name(address) + " in " + language, () -> look(page, address, language)));
        });
    }

    /// A line that was texted says more than an empty one.
    private static void leaveTraces(Page page) {
        for (String sender : SENDERS) {
            Phone.text(page, program, sender, "slt");
        }
    }

    private void look(Page page, String address, String language) {
        var _ = page.navigate(address);
        visitors.lookAt(page, Walk.name(address), language);
        if (address.endsWith("/nothing")) {
            var _ = visitors.takeTroubles(); // the browser itself complains of a page that is not there
        }
    }
}
