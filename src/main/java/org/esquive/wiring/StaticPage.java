package org.esquive.wiring;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Countries;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.esquive.settings.yaml.ShippedCountries;
import org.esquive.settings.yaml.ShippedTexts;
import org.esquive.site.Language;
import org.esquive.site.PageExport;
import org.esquive.site.PageWriter;
import org.esquive.site.Templates;

/// The public pages as files, for commands: settings and the program itself are all they need.
public final class StaticPage {
    private StaticPage() {}

    /// Writes the pages of every line.
    ///
    /// @param first the line of the first page
    /// @param now when the settings are what they are
    public static void write(Settings settings, Line first, Instant now, PageExport.Folder folder) throws IOException {
        Templates templates = Templates.alone();
        Map<String, ReplyTexts> texts = ShippedTexts.load();
        Countries countries = ShippedCountries.load();
        PageWriter writer = new PageWriter(templates.engine(), texts, countries);
        Rulebook rulebook = Rulebook.of(settings, texts, countries);
        Language usual = Language.tagged(first.language()).orElse(Language.ENGLISH);
        new PageExport(writer, templates.messages(), new PageExport.Decided(settings, rulebook, now), folder)
                .write(first, usual);
    }
}
