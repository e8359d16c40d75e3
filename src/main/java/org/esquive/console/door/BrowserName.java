package org.esquive.console.door;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a browser is, in a word or two, so that a keeper knows their own: "Firefox, Android". It never repeats what
/// the browser says of itself, which may be anything.
final class BrowserName {
    /// A word that gives something away, and what it gives away. The first that is found counts.
    private record Mark(String word, String name) {}

    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser", "Samsung Internet"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS", "Firefox"),
            new Mark("CriOS", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"),
            new Mark("curl/", "curl"),
            new Mark("Java-http-client", "Java"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("Android", "Android"),
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Windows", "Windows"),
            new Mark("Mac OS X", "macOS"),
            new Mark("Linux", "Linux"));

    private BrowserName() {}

    /// What a header says it is; empty if it says nothing that is known.
    static String of(@Nullable String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        return Stream.of(BROWSERS, SYSTEMS)
                .flatMap(marks -> marks.stream()
                        .filter(mark -> said.contains(mark.word()))
                        .map(Mark::name)
                        .limit(1))
                .collect(Collectors.joining(", "));
    }
}
