package org.esquive.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What programs were told, and how far. Each method is one transaction, durable when it returns.
public interface DeliveryBook {
    /// Deliveries of a program that are kept.
    int KEPT = 200;

    /// How long a delivery is kept.
    Duration KEPT_FOR = Duration.ofDays(30);

    /// How far a program was told.
    ///
    /// @param decision every decision up to this text
    /// @param reply every change of a reply up to this place, see [Chronicle#replies]
    /// @param alert every alert up to this place
    /// @param lines how each line stood, by its id
    /// @param missed events that were skipped and that it does not know of yet
    /// @param failingSince when it failed first, if it did since it was told last
    record Position(
            long decision,
            long reply,
            long alert,
            Map<String, String> lines,
            long missed,
            Optional<Instant> failingSince) {

        public Position {
            lines = Map.copyOf(lines);
        }
    }

    /// What became of a delivery.
    enum State {
        /// It was taken.
        TAKEN,
        /// It was not taken yet, and is tried again.
        FAILING,
        /// It was not taken, and is not tried again by itself.
        GIVEN_UP
    }

    /// Something that was handed to a program, or was to be.
    ///
    /// @param webhook the program
    /// @param message the same for each try
    /// @param at when it was tried last
    /// @param events how many events it holds
    /// @param tries how often it was tried
    /// @param took how long the last try took
    /// @param cause why it failed, in a sentence; empty if it did not
    record Delivery(
            String webhook,
            String message,
            Instant at,
            int events,
            int tries,
            State state,
            Duration took,
            String cause) {}

    /// A delivery in its place.
    record Kept(long place, Delivery delivery) {}

    /// How far a program was told, if it ever was noted.
    Optional<Position> position(String webhook);

    /// Notes how far a program was told.
    void note(String webhook, Position position);

    /// Writes down a delivery, in the place of an earlier try of it, and how far the program was told with
    /// that.
    ///
    /// @param body what was handed over, as JSON
    void record(Delivery delivery, String body, Position position);

    /// Writes down another try of a delivery that is kept.
    void again(Kept delivery);

    /// The latest deliveries to a program, newest first.
    List<Kept> latest(String webhook);

    /// A delivery to a program, if it is still kept.
    Optional<Kept> delivery(String webhook, long place);

    /// What was handed over, or was to be.
    Optional<String> body(String webhook, long place);
}
