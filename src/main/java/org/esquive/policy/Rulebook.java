package org.esquive.policy;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.esquive.message.LineId;
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
    /// @param shipped the reply texts that come with the program, by language tag
    /// @param countries what is special about each country
    public static Rulebook of(Settings settings, Map<String, ReplyTexts> shipped, Countries countries) {
        return new Rulebook(settings.lines().stream()
                .collect(Collectors.toMap(Line::id, line -> Rules.of(line, settings, shipped, countries))));
    }

    /// The rules of a line, if there is such a line.
    public Optional<Rules> of(LineId line) {
        return Optional.ofNullable(rules.get(line));
    }
}
