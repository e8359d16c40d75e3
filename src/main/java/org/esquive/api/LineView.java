package org.esquive.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.Figures;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Rules;
import org.esquive.settings.Delay;
import org.esquive.settings.Line;

/// A line and how it stands.
///
/// @param number the number people give out: the only kind of number there is in this interface
/// @param country whose plan it belongs to
/// @param language of its replies
/// @param zone in which its days are counted
/// @param channel the id of its channel
/// @param status whether a keeper lets it answer
/// @param delay how long a reply waits
/// @param cover how long a neutral text waits that leaves before it; absent if there is none
/// @param quiet hours in which no reply leaves; absent if there are none
/// @param answers whether it answers anybody now
/// @param flood whether more comes in than people send
/// @param holds what keeps it from answering somebody, or would
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LineView(
        String id,
        String number,
        String country,
        String language,
        String zone,
        String channel,
        Line.Status status,
        Span delay,
        Optional<Span> cover,
        Optional<Hours> quiet,
        boolean answers,
        boolean flood,
        List<HoldView> holds) {

    public LineView {
        holds = List.copyOf(holds);
    }

    /// A time between two bounds.
    public record Span(long shortestSeconds, long longestSeconds) {
        static Span of(Delay delay) {
            return new Span(delay.shortest().toSeconds(), delay.longest().toSeconds());
        }
    }

    /// From a time of the day to another, which may be on the next day.
    public record Hours(String from, String to) {}

    /// A line as it stands now.
    public static LineView of(Rules rules, Figures figures, Instant now) {
        Line line = rules.line();
        LineRecord record = figures.line(line.id());
        List<HoldView> holds = rules
                .holds(record, figures.channel(rules.channel().id()), now)
                .stream()
                .map(HoldView::of)
                .toList();
        return new LineView(
                line.id().value(),
                line.number().e164(),
                line.country().code(),
                line.language(),
                line.zone().getId(),
                line.channel(),
                line.status(),
                Span.of(line.timing().delay()),
                line.timing().cover().map(Span::of),
                line.timing()
                        .quiet()
                        .map(hours ->
                                new Hours(hours.from().toString(), hours.to().toString())),
                holds.stream().noneMatch(HoldView::pauses),
                record.flood().isOn(now),
                holds);
    }
}
