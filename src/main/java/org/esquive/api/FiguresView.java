package org.esquive.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.esquive.ledger.Figures.Totals;
import org.esquive.ledger.ReplyState;
import org.esquive.policy.Reason;

/// Sums of a line over the hours that begin in a span.
///
/// @param total over the whole span
/// @param parts the same by hour or day, in order; those in which nothing happened are left out
public record FiguresView(String line, Instant from, Instant to, SumsView total, List<PartView> parts) {

    public FiguresView {
        parts = List.copyOf(parts);
    }

    /// Sums over an hour or a day.
    public record PartView(Instant from, Instant to, SumsView sums) {}

    /// What was counted.
    ///
    /// @param texts texts counted
    /// @param organic texts that people sent, as far as can be told
    /// @param raid texts that came in a flood
    /// @param newSenders senders who were new, or forgotten before
    /// @param replies replies decided
    /// @param segments segments of those replies
    /// @param cost what the replies cost
    /// @param silences texts not answered, by reason
    /// @param states replies by where they came to stand
    public record SumsView(
            long texts,
            long organic,
            long raid,
            long newSenders,
            long replies,
            long segments,
            MoneyView cost,
            Map<Reason, Long> silences,
            Map<ReplyState, Long> states) {

        static SumsView of(Totals totals, String currency) {
            return new SumsView(
                    totals.texts(),
                    totals.organic(),
                    totals.raid(),
                    totals.senders(),
                    totals.replies(),
                    totals.segments(),
                    new MoneyView(totals.money(), currency),
                    totals.silences(),
                    totals.states());
        }
    }

    /// An amount of money.
    ///
    /// @param micros millionths of the currency
    /// @param currency its code, such as `EUR`
    public record MoneyView(long micros, String currency) {}
}
