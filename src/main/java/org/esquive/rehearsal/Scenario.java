package org.esquive.rehearsal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.esquive.message.PhoneNumber;

/// A story of texts, in the order of their time.
///
/// @param name how it is called on the command line
/// @param title one sentence for the head of the table
/// @param texts who texts when, earliest first
public record Scenario(String name, String title, List<Text> texts) {

    public Scenario {
        texts = texts.stream().sorted(Comparator.comparing(Text::at)).toList();
    }

    /// One text; its words do not matter, and so it has none of its own.
    ///
    /// @param at when it comes in
    /// @param from who sends it
    public record Text(Instant at, PhoneNumber from) {}

    /// How many different senders text.
    public long senders() {
        return texts.stream().map(Text::from).distinct().count();
    }
}
