package org.esquive.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Rulebook;
import org.esquive.policy.Spending;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.springframework.context.MessageSource;

/// The public pages as files for any web host, in any folder of it: every page of every line in every language, with
/// what they need. What the ledger knows is not in them, since a file does not change: neither figures nor pauses.
public final class PageExport {
    /// What every page uses, as it is served.
    private static final List<String> PARTS =
            List.of("esquive.css", "print.css", "embed.css", "page.js", "sw.js", "icon.svg", "manifest.webmanifest");

    private final PageWriter writer;
    private final MessageSource messages;
    private final Decided decided;
    private final Folder folder;

    /// What is exported.
    ///
    /// @param settings what keepers decided
    /// @param rulebook the same as it is applied
    /// @param at when that is so
    public record Decided(Settings settings, Rulebook rulebook, Instant at) {}

    /// Takes a file.
    public interface Folder {
        /// @param name without a folder
        void write(String name, byte[] content) throws IOException;
    }

    public PageExport(PageWriter writer, MessageSource messages, Decided decided, Folder folder) {
        this.writer = writer;
        this.messages = messages;
        this.decided = decided;
        this.folder = folder;
    }

    /// Writes everything.
    ///
    /// @param first the line of the first page
    /// @param usual the language of `index.html`, where the host does not choose one by itself
    public void write(Line first, Language usual) throws IOException {
        for (String part : PARTS) {
            folder.write(part, part(part));
        }
        for (Language language : Language.values()) {
            folder.write(Places.FILES.home(language), page(Leaf.PAGE, first, language));
            folder.write(Places.FILES.privacy(language), page(Leaf.PRIVACY, first, language));
            for (Line line : decided.settings().lines()) {
                writeAll(line, language);
            }
        }
        folder.write("index.html", page(Leaf.PAGE, first, usual));
    }

    private void writeAll(Line line, Language language) throws IOException {
        for (Leaf leaf : List.of(Leaf.PAGE, Leaf.PRINT, Leaf.EMBED)) {
            folder.write(Places.FILES.of(leaf, line.id(), language), page(leaf, line, language));
        }
        if (line.status() != Line.Status.RETIRED) {
            String usual = messages.getMessage(ContactRoute.USUAL_NAME, new Object[0], language.locale());
            VCard card = new VCard(usual, line.number());
            folder.write(Places.FILES.contact(line.id(), language), card.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private byte[] page(Leaf leaf, Line line, Language language) {
        return writer.write(leaf, standing(line), language, Places.FILES);
    }

    private Standing standing(Line line) {
        return decided.rulebook()
                .of(line.id())
                .map(rules -> rules.holds(LineRecord.NEW, Spending.NONE, decided.at()))
                .map(holds -> new Standing(decided.settings(), line, holds, Counts.HIDDEN, decided.at()))
                .orElseThrow();
    }

    /// The line that a page of several begins with: the first that is open.
    public static Optional<Line> first(Settings settings) {
        return new Handout(_ -> true).pick(settings.lines(), new Visitor(List.of()));
    }

    private static byte[] part(String name) {
        try (InputStream in = PageExport.class.getResourceAsStream("/static/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + name + " of the program itself", broken);
        }
    }
}
