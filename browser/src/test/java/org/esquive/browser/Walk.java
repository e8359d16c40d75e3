package org.esquive.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Follows every link from where it starts, so that no page of the program is forgotten. Pages that differ in a query
/// or a number are one page.
final class Walk {
    /// Beyond it something makes pages without end.
    private static final int MOST_PAGES = 80;

    private static final String LINKS = "() => [...document.links].filter(a => !a.download).map(a => a.href)";

    private final Program program;
    private final Page page;
    private final Set<String> known = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    Walk(Program program, Page page) {
        this.program = program;
        this.page = page;
    }

    /// The addresses of all pages that can be reached, the starts first.
    List<String> from(List<String> starts) {
        Deque<String> ahead = new ArrayDeque<>(starts);
        while (!ahead.isEmpty() && found.size() < MOST_PAGES) {
            String address = ahead.poll();
            if (program.owns(address) && known.add(name(address)) && isPage(address)) {
                found.add(address);
                var _ = page.navigate(address);
                ((List<?>) page.evaluate(LINKS)).forEach(link -> ahead.add(String.valueOf(link)));
            }
        }
        return found;
    }

    private boolean isPage(String address) {
        APIResponse answer = page.request().get(address);
        String kind = answer.headers().getOrDefault("content-type", "");
        answer.dispose();
        return kind.startsWith("text/html");
    }

    /// A name for files: `console-settings-lines-demo`.
    static String name(String address) {
        String path = URI.create(address).getPath().replaceAll("/\\d+", "/n").replaceAll("^/|/$", "");
        return path.isEmpty() ? "page" : path.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
