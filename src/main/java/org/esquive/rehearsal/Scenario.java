package org.esquive.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.esquive.message.PhoneNumber;

/// A story of texts, in the order of their time.
///
/// @param name how it is called on the command line
/// @param title one sentence for the head of the table
/// @param story what happens, in a few sentences
/// @param attack when the attack begins, if there is one
/// @param texts who texts when, earliest first
/// @param staging what else there is
public record Scenario(
        String name, String title, String story, Optional<Instant> attack, List<Text> texts, Staging staging) {

    public Scenario {
        texts = texts.stream().sorted(Comparator.comparing(Text::at)).toList();
    }

    /// One text.
    ///
    /// @param at when it comes in
    /// @param from under which number
    /// @param role why this number
    /// @param words what it says
    public record Text(Instant at, PhoneNumber from, Role role, String words) {
        /// What most texts say: it does not matter.
        static final String PLAIN = "slt";

        /// What a text says whose sender wants no reply any more.
        static final String STOP = "STOP";

        /// Whether its words ask for nothing.
        boolean isPlain() {
            return words.equals(PLAIN);
        }
    }

    /// What a story has beside its texts.
    ///
    /// @param troupe who answers replies
    /// @param restarts when the program is stopped and started again
    /// @param besideEachOther whether numbers beside each other are a sign: those reserved for stories all are
    /// @param exists which numbers belong to somebody; what goes to the others cannot be delivered
    record Staging(
            Actor.Troupe troupe, List<Instant> restarts, boolean besideEachOther, Predicate<PhoneNumber> exists) {
        /// Nothing but texts.
        static final Staging PLAIN = new Staging(Actor.Troupe.NOBODY, List.of(), false, _ -> true);

        Staging with(Actor.Troupe others) {
            return new Staging(others, restarts, besideEachOther, exists);
        }

        Staging restartedAt(Instant moment) {
            return new Staging(troupe, List.of(moment), besideEachOther, exists);
        }

        Staging lookingAtNeighbours() {
            return new Staging(troupe, restarts, true, exists);
        }

        Staging where(Predicate<PhoneNumber> belongsToSomebody) {
            return new Staging(troupe, restarts, besideEachOther, belongsToSomebody);
        }
    }

    /// Whether numbers beside each other are a sign in it: those reserved for stories all are, so mostly they are not.
    public boolean looksAtNeighbours() {
        return staging.besideEachOther();
    }

    /// How many different senders text.
    public long senders() {
        return texts.stream().map(Text::from).distinct().count();
    }

    /// From the first text to the last that is no answer to a reply.
    public Duration length() {
        return Duration.between(start(), end());
    }

    /// When the first text comes.
    Instant start() {
        return texts.getFirst().at();
    }

    /// When the last text comes that is no answer to a reply.
    Instant end() {
        return texts.getLast().at();
    }
}
