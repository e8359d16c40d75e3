package org.esquive.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The rules of axe-core: WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practice.
final class Axe {
    private static final String SCRIPT = read("/axe.min.js");

    private static final String RUN = """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ': ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')));
            }
            """;

    private Axe() {}

    /// What is wrong with the page as it stands; each with the rule, where, and what to do.
    static List<String> violations(Page page) {
        var _ = page.evaluate("() => { " + SCRIPT + "\n}");
        return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
    }

    private static String read(String resource) {
        try (InputStream script = Objects.requireNonNull(Axe.class.getResourceAsStream(resource), resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
