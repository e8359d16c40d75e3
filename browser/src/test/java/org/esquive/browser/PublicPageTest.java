package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The page people give a number out from, as somebody meets it who never saw it before.
class PublicPageTest {
    private static final int MOST_BYTES = 30_000;
    private static final int MOST_REQUESTS = 6;

    @RegisterExtension
    static final Program program = Program.demo();

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    @Test
    void theFirstVisitIsLightAndQuick() {
        Page page = visitors.come(Look.PHONE);
        List<Response> answers = new ArrayList<>();
        page.context().onResponse(answers::add);

        var _ = page.navigate(program.page("/"));

        assertThat(answers).as("requests").hasSizeLessThanOrEqualTo(MOST_REQUESTS);
        assertThat(answers).as("bytes").isNotEmpty();
        int bytes = List.copyOf(answers).stream()
                .mapToInt(answer -> answer.body().length)
                .sum();
        assertThat(bytes).as("bytes of the first visit, uncompressed").isLessThan(MOST_BYTES);
    }

    @Test
    void nothingStaysWithTheVisitor() {
        Page page = visitors.come(Look.PHONE);

        var _ = page.navigate(program.page("/"));

        assertThat(page.context().cookies()).as("cookies").isEmpty();
        assertThat(page.evaluate("() => localStorage.length + sessionStorage.length"))
                .isEqualTo(0);
    }

    @Test
    void withoutScriptTheNumberAndItsAnswerAreThere() {
        Page page = visitors.come(Look.PHONE, options -> options.setJavaScriptEnabled(false));

        var _ = page.navigate(program.page("/"));

        assertThat(page.getByText("06 39 98 00 10").first()).isVisible();
        assertThat(page.locator(".bubble.ours")).isVisible();
    }
}
