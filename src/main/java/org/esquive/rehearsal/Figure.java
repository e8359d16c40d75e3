package org.esquive.rehearsal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.esquive.policy.Reason;

/// One figure of a rehearsal: a row of the table.
///
/// @param what which
/// @param people out of how many people, where it counts people of a kind; else 0
/// @param reason the reason whose silences it counts, if it does
/// @param amounts what it came to under each protection, in their order
public record Figure(What what, int people, Optional<Reason> reason, List<Amount> amounts) {

    /// What a figure says.
    public enum What {
        /// Replies that left.
        REPLIES,
        /// What they cost.
        COST,
        /// The same with the texts that came in.
        COST_WITH_RECEPTION,
        /// From the beginning of the attack until the keeper was told.
        KNOWS_AFTER,
        /// Most replies that one person got.
        MOST_TO_ONE,
        /// People who never texted and got a reply.
        INNOCENT,
        /// Most replies that one of them got.
        MOST_TO_INNOCENT,
        /// People who texted for themselves and got a reply.
        GENUINE,
        /// Texts that were counted and not answered, for a reason.
        SILENCE
    }

    /// What a figure came to.
    public sealed interface Amount {
        /// How many.
        record Count(long number) implements Amount {}

        /// How much of the tariff's currency.
        record Money(BigDecimal value) implements Amount {}

        /// How long, if ever.
        record Wait(Optional<Duration> time) implements Amount {}
    }

    public Figure {
        amounts = List.copyOf(amounts);
    }
}
