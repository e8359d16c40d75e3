package org.esquive.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.ledger.ReplyState;
import org.esquive.message.LineId;
import org.esquive.settings.Line;

/// Sees that too many replies of a day are refused or not delivered, such as those of a number that a carrier
/// blocks.
final class ReceiptSense implements Sense {
    /// Of a hundred: more than these failing are too many; once it was said, it is over below the other.
    static final int TOO_MANY = 30;

    private static final int FEW_AGAIN = 20;

    /// Fewer replies than these say nothing.
    static final int LEAST = 10;

    private static final Duration SPAN = Duration.ofHours(24);

    private final Figures figures;
    private final Latch<LineId> failing = new Latch<>(Duration.ZERO);

    ReceiptSense(Figures figures) {
        this.figures = figures;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public List<Sighting> look(Glance glance) {
        List<Sighting> sightings = new ArrayList<>();
        for (Line line : glance.settings().lines()) {
            Map<ReplyState, Long> states = figures.totals(
                            line.id(), glance.now().minus(SPAN), glance.now().plus(SPAN))
                    .states();
            long failed = of(states, ReplyState.FAILED) + of(states, ReplyState.REFUSED);
            long ended = failed + of(states, ReplyState.SENT) + of(states, ReplyState.DELIVERED);
            int most = failing.isSaid(line.id()) ? FEW_AGAIN : TOO_MANY;
            boolean tooMany = ended >= LEAST && failed * 100 > ended * most;
            if (failing.note(line.id(), tooMany, glance.steady()) == Latch.Change.BEGAN) {
                sightings.add(new Sighting(
                        line.id(),
                        AlertKind.RECEIPTS_FAILING,
                        Map.of("failed", String.valueOf(failed), "ended", String.valueOf(ended))));
            }
        }
        return sightings;
    }

    private static long of(Map<ReplyState, Long> states, ReplyState state) {
        return states.getOrDefault(state, 0L);
    }
}
