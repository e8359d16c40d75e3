package org.esquive.browser;

import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a page looks like to somebody who zooms in, and to somebody without a mouse.
final class Layout {
    /// Whatever reaches beyond the right edge, unless it scrolls in a box of its own.
    private static final String BEYOND_THE_EDGE = """
            () => {
              const page = document.scrollingElement;
              if (page.scrollWidth <= page.clientWidth) { return []; }
              const scrolls = (it) => it && it !== document.body
                && (getComputedStyle(it).overflowX !== 'visible' || scrolls(it.parentElement));
              return [page.scrollWidth + ' px wide'].concat([...document.body.querySelectorAll('*')]
                .filter(it => it.getBoundingClientRect().right > page.clientWidth + 1 && !scrolls(it.parentElement))
                .map(it => it.tagName + '.' + it.className + ' ' + it.textContent.trim().slice(0, 40)).slice(0, 5));
            }
            """;

    /// Marks what can be reached by key, and counts it. Of a group of radio buttons only one can.
    private static final String MARK = """
            () => {
              const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
              const group = new Set();
              const wanted = all.filter(it => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && it.tabIndex >= 0
                && it.type !== 'hidden' && !it.closest('[inert]'))
                .filter(it => it.type !== 'radio' || (!group.has(it.name) && group.add(it.name)
                  && (it.checked || !document.querySelector(`input[type=radio][name="${CSS.escape(it.name)}"]:checked`))
                  || it.checked));
              wanted.forEach((it, n) => it.dataset.tabStop = n);
              if (document.activeElement) { document.activeElement.blur(); }
              return wanted.length;
            }
            """;

    /// Where the focus is, and whether one sees it.
    private static final String FOCUSED = """
            () => {
              const it = document.activeElement;
              if (!it || it === document.body) { return ''; }
              const seen = (part) => { const style = getComputedStyle(part);
                return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'; };
              const shown = seen(it) || (it.labels && [...it.labels].some(seen));
              return (it.dataset.tabStop ?? 'other') + (shown ? '' : ' unseen');
            }
            """;

    private static final String UNREACHED = """
            (reached) => [...document.querySelectorAll('[data-tab-stop]')].filter(it => !reached.includes(it.dataset.tabStop))
              .map(it => it.outerHTML.slice(0, 120))
            """;

    private static final int MOST_STOPS = 400;

    private Layout() {}

    /// What makes the page scroll sideways; empty if it does not.
    static List<String> beyondTheEdge(Page page) {
        return words(page.evaluate(BEYOND_THE_EDGE));
    }

    /// What the tab key does not reach, and where it goes without anybody seeing it. A field for a time has a stop for
    /// the hours and one for the minutes, so it takes more steps than there are fields.
    static List<String> unreachable(Page page) {
        int stops = Math.min(MOST_STOPS, (Integer) page.evaluate(MARK));
        Set<String> reached = new LinkedHashSet<>();
        for (int steps = 0; steps < 3 * stops + 2 && reached.size() < stops; steps++) {
            page.keyboard().press("Tab");
            String focused = (String) page.evaluate(FOCUSED);
            if (!focused.isEmpty() && !focused.equals("other")) {
                var _ = reached.add(focused);
            }
        }
        List<String> unseen =
                reached.stream().filter(stop -> stop.endsWith(" unseen")).toList();
        if (!unseen.isEmpty()) {
            return unseen;
        }
        return words(page.evaluate(UNREACHED, List.copyOf(reached)));
    }

    private static List<String> words(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
