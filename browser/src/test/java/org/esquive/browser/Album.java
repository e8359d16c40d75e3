package org.esquive.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// What the pages looked like: one picture for each page and look in `target/screenshots`, and an `index.html` that
/// shows them side by side.
final class Album implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private final Map<String, Collection<String>> pictures = new ConcurrentSkipListMap<>();

    /// The one album of a run.
    static Album shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Album.class))
                .computeIfAbsent(Album.class, _ -> new Album(), Album.class);
    }

    /// Takes a picture of a whole page.
    ///
    /// @param name of the page
    void take(Page page, String name, Look look) {
        String file = name + "-" + look + ".png";
        var _ = page.screenshot(
                new ScreenshotOptions().setPath(FOLDER.resolve(file)).setFullPage(true));
        var _ = pictures.computeIfAbsent(name, _ -> new ConcurrentSkipListSet<>())
                .add(file);
    }

    @Override
    public void close() throws IOException {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Esquive, every page</title>
                <style>
                  body { font: 1rem system-ui; margin: 2rem; background: #888; }
                  div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
                  figure { margin: 0; } img { height: 28rem; object-fit: cover; object-position: top; }
                  figcaption { font-size: .8rem; }
                </style></head>
                <body>
                """);
        pictures.forEach((name, files) -> {
            html.append("<h2>").append(name).append("</h2><div>\n");
            files.forEach(file -> html.append(
                            "<figure><a href=\"%1$s\"><img src=\"%1$s\" alt=\"\" loading=\"lazy\"></a>".formatted(file))
                    .append("<figcaption>")
                    .append(file)
                    .append("</figcaption></figure>\n"));
            html.append("</div>\n");
        });
        var _ = Files.createDirectories(FOLDER);
        var _ = Files.writeString(FOLDER.resolve("index.html"), html.append("</body></html>\n"));
    }
}
