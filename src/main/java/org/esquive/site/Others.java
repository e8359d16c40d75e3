package org.esquive.site;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.esquive.message.Country;
import org.esquive.message.LineId;
import org.esquive.message.Numbering;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.jspecify.annotations.Nullable;

/// The other lines that a page leads to, by the name of their country.
///
/// @param places where their pages are
/// @param language of the page
record Others(Places places, Language language) {
    /// Most lines of one page; of more than these, every country has its first.
    private static final int MOST = 12;

    List<PageView.OtherLine> than(@Nullable Line shown, Settings settings) {
        List<Line> others = settings.lines().stream()
                .filter(line -> !line.equals(shown) && line.status() != Line.Status.RETIRED)
                .sorted(Comparator.comparing(Line::status))
                .toList();
        List<Line> some = others.size() <= MOST ? others : oneOfEachCountry(others);
        return some.stream()
                .limit(MOST)
                .map(this::other)
                .sorted(Comparator.comparing(PageView.OtherLine::country, Collator.getInstance(language.locale()))
                        .thenComparing(PageView.OtherLine::shown))
                .toList();
    }

    private static List<Line> oneOfEachCountry(List<Line> lines) {
        Set<Country> seen = new HashSet<>();
        List<Line> first = new ArrayList<>(lines);
        first.removeIf(line -> !seen.add(line.country()));
        return first;
    }

    private PageView.OtherLine other(Line line) {
        LineId id = line.id();
        return new PageView.OtherLine(
                language.name(line.country()),
                places.of(Leaf.PAGE, id, language),
                Numbering.international(line.number()));
    }
}
