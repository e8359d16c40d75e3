package org.esquive.settings.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.esquive.settings.ReplyTexts;

/// The reply texts that come with the program: one file a language in the folder `texts` of the resources.
/// `docs/texts.md`
/// says why each is worded as it is.
public final class ShippedTexts {
    /// The languages there are, by tag.
    public static final Set<String> LANGUAGES = Set.of("de", "en", "es", "fr", "it", "nl", "pt");

    private ShippedTexts() {}

    /// Reads the texts of every language.
    ///
    /// @return texts by language tag, in alphabetical order
    /// @throws IllegalStateException if the program was packaged with a text missing or broken
    public static Map<String, ReplyTexts> load() {
        Map<String, ReplyTexts> texts = new TreeMap<>();
        LANGUAGES.forEach(language -> texts.put(language, load(language)));
        return Map.copyOf(texts);
    }

    private static ReplyTexts load(String language) {
        Problems problems = new Problems();
        String yaml = resource("/texts/" + language + ".yaml");
        Section keys = Section.top(Document.root(yaml, problems), problems);
        ReplyTexts texts = SettingsReader.replyTexts(keys);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "texts/" + language + ".yaml: " + problems.list().getFirst().sentence());
        }
        return texts;
    }

    private static String resource(String name) {
        try (InputStream in = ShippedTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was packaged without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + name + " of the program itself", broken);
        }
    }
}
