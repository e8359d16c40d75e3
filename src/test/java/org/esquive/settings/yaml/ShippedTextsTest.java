package org.esquive.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.esquive.message.Segments;
import org.esquive.settings.Countries;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.esquive.settings.Validation;
import org.junit.jupiter.api.Test;

/// What leaves a line whose keeper wrote no texts of their own.
class ShippedTextsTest {
    private static final Map<String, ReplyTexts> SHIPPED = new TreeMap<>(ShippedTexts.load());

    @Test
    void everyTextIsOneSegment() {
        assertThat(all())
                .allSatisfy((name, text) ->
                        assertThat(Segments.of(text).count()).as(name).isEqualTo(1));
    }

    @Test
    void everyTextPassesTheRulesForKeepers() {
        var settings = new Settings(List.of(), List.of(), SHIPPED);
        assertThat(Validation.of(settings, ShippedTexts.LANGUAGES, Countries.NONE)
                        .problems())
                .noneMatch(problem -> problem.field().startsWith("texts"));
    }

    @Test
    void theFirstTextSaysHowToStop() {
        assertThat(SHIPPED.values())
                .allSatisfy(texts -> assertThat(texts.rung(1)).contains("STOP"));
    }

    @Test
    void theFiveTextsAreDifferent() {
        assertThat(SHIPPED.values())
                .allSatisfy(texts -> assertThat(texts.ladder()).hasSize(5).doesNotHaveDuplicates());
    }

    @Test
    void aCoverRevealsNothing() {
        assertThat(SHIPPED.values())
                .allSatisfy(texts -> assertThat(texts.cover().orElseThrow())
                        .hasSizeLessThan(80)
                        .doesNotContainIgnoringCase("STOP")
                        .doesNotContainIgnoringCase("auto"));
    }

    @Test
    void helpSaysWhereHelpIs() {
        assertThat(SHIPPED.values())
                .allSatisfy(texts -> assertThat(texts.help()).contains("112"));
        assertThat(SHIPPED.get("fr").help()).contains("17").contains("3919");
    }

    @Test
    void whatEveryTextCostsIsWrittenDown() {
        var page = new StringBuilder("# The shipped texts: name, encoding, units, segments, then the words.\n");
        all().forEach((name, text) -> {
            var segments = Segments.of(text);
            page.append("\n%s  %s  %d  %d\n%s\n"
                    .formatted(name, segments.encoding(), segments.units(), segments.count(), text));
        });
        Golden.check(Path.of("src/test/resources/golden/texts.txt"), page.toString());
    }

    private static Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        SHIPPED.forEach((language, texts) -> {
            for (int n = 1; n <= texts.ladder().size(); n++) {
                all.put(language + " " + n, texts.rung(n));
            }
            all.put(language + " HELP", texts.help());
            all.put(language + " STOP", texts.stop());
            all.put(language + " START", texts.start());
            all.put(language + " COVER", texts.cover().orElseThrow());
        });
        return all;
    }
}
