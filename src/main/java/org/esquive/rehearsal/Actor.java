package org.esquive.rehearsal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.ReplyTexts;

/// Somebody or something that answers a reply: a person who wants silence, a machine, another Esquive.
interface Actor extends AutoCloseable {

    /// Whose replies it reads.
    PhoneNumber number();

    /// What it texts once it got a reply, none of it before that.
    ///
    /// @param at when the reply arrives
    /// @param words the reply
    List<Scenario.Text> reads(Instant at, String words);

    @Override
    default void close() {}

    /// Everybody of a story who answers: new for each play, for they remember.
    interface Troupe {
        /// A story in which nobody does.
        Troupe NOBODY = _ -> List.of();

        List<Actor> enter(Props props);
    }

    /// What actors may use.
    ///
    /// @param shipped the reply texts that come with the program, by language tag
    /// @param folder an empty folder
    /// @param seed what chance is made of
    record Props(Map<String, ReplyTexts> shipped, Path folder, long seed) {}
}
