package org.esquive.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.message.LineId;

/// Everything a keeper decides, as one immutable document. Two parts that must agree are checked together, by
/// [Validation]; a document that was read is a document that is valid.
///
/// @param lines the lines, 1 to 1,000
/// @param channels the ways to the phone network, each named by an id
/// @param texts reply texts by language tag, such as `fr`; they replace the shipped texts of that language
public record Settings(List<Line> lines, List<ChannelSettings> channels, Map<String, ReplyTexts> texts) {

    public Settings {
        lines = List.copyOf(lines);
        channels = List.copyOf(channels);
        texts = Map.copyOf(texts);
    }

    /// The line of that id, if there is one.
    public Optional<Line> line(LineId id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /// The lines that a channel serves.
    public List<Line> linesOf(String channel) {
        return lines.stream().filter(line -> line.channel().equals(channel)).toList();
    }
}
