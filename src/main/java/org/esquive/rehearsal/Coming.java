package org.esquive.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.esquive.message.Receipt;

/// What is still to happen in a story, the earliest first; of the same moment, what was known first.
final class Coming {
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::order));
    private long order;

    /// Something that happens at a moment.
    private record Event(Instant at, long order, What what) {}

    /// What happens.
    sealed interface What {
        /// A text comes in.
        record Comes(Scenario.Text text) implements What {}

        /// The network says what became of a reply.
        record IsReported(Receipt receipt) implements What {}

        /// The program is stopped and started again.
        record Restarts() implements What {}

        /// Somebody looks at the console.
        record Look() implements What {}
    }

    void add(Instant at, What what) {
        events.add(new Event(at, order++, what));
    }

    void add(List<Scenario.Text> texts) {
        texts.forEach(text -> add(text.at(), new What.Comes(text)));
    }

    /// When the next thing happens, if one does.
    Optional<Instant> next() {
        return Optional.ofNullable(events.peek()).map(Event::at);
    }

    What take() {
        return events.remove().what();
    }

    /// The plain texts that come next and before a moment.
    ///
    /// @param most how many at the most
    List<Scenario.Text> takePlainTextsBefore(Instant moment, int most) {
        List<Scenario.Text> texts = new ArrayList<>();
        while (texts.size() < most
                && events.peek() instanceof Event(Instant at, var _, What.Comes(var text))
                && text.isPlain()
                && at.isBefore(moment)) {
            texts.add(text);
            events.remove();
        }
        return texts;
    }
}
