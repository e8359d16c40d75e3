package org.esquive.policy;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.esquive.message.LineId;
import org.esquive.settings.Caps;
import org.esquive.settings.Countries;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;

/// The rules of every line, made from one version of the settings.
///
/// @param rules rules by line
public record Rulebook(Map<LineId, Rules> rules) {

    public Rulebook {
        rules = Map.copyOf(rules);
    }

    /// The rulebook of some settings.
    ///
    /// @param texts the reply texts that come with the program, by language tag; no kind of channel has limits
    /// @param countries what is special about each country
    public static Rulebook of(Settings settings, Map<String, ReplyTexts> texts, Countries countries) {
        return of(settings, new Rules.Shipped(texts, countries, _ -> Caps.NONE));
    }

    /// The rulebook of some settings.
    public static Rulebook of(Settings settings, Rules.Shipped shipped) {
        return new Rulebook(settings.lines().stream()
                .collect(Collectors.toMap(Line::id, line -> Rules.of(line, settings, shipped))));
    }

    /// The rules of a line, if there is such a line.
    public Optional<Rules> of(LineId line) {
        return Optional.ofNullable(rules.get(line));
    }
}
