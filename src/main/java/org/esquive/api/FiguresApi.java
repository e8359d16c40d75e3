package org.esquive.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.esquive.api.FiguresView.PartView;
import org.esquive.api.FiguresView.SumsView;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Figures.Totals;
import org.esquive.policy.Rules;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Line;
import org.esquive.settings.Prices;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Sums of a line.
@RestController
@RequestMapping("/api/v1/lines/{line}/figures")
public final class FiguresApi {
    /// The longest span by the hour.
    static final Duration MOST_BY_HOUR = Duration.ofDays(31);

    /// The longest span otherwise.
    static final Duration MOST = Duration.ofDays(366);

    private final Steering steering;
    private final Figures figures;
    private final InstantSource clock;

    public FiguresApi(Steering steering, Figures figures, InstantSource clock) {
        this.steering = steering;
        this.figures = figures;
        this.clock = clock;
    }

    /// In what the span is divided.
    public enum By {
        HOUR,
        /// In the zone of the line.
        DAY
    }

    @GetMapping
    @Needs(Scope.FIGURES_READ)
    FiguresView figures(
            @PathVariable("line") String line,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "by", required = false) @Nullable String by) {
        Rules rules = Asked.line(line, steering);
        Optional<By> part = Asked.word("by", by, By.class);
        Instant end = Asked.moment("to", to, clock.instant());
        Instant start =
                Asked.moment("from", from, end.minus(Duration.ofDays(1))).truncatedTo(ChronoUnit.HOURS);
        Duration most = part.filter(By.HOUR::equals).isPresent() ? MOST_BY_HOUR : MOST;
        if (start.isAfter(end) || Duration.between(start, end).compareTo(most) > 0) {
            throw Asked.bad("from", "before to, and at most " + most.toDays() + " days before it");
        }
        String currency = currency(rules.line());
        return new FiguresView(
                rules.line().id().value(),
                start,
                end,
                SumsView.of(figures.totals(rules.line().id(), start, end), currency),
                part.map(each -> parts(rules.line(), start, end, each)).orElse(List.of()));
    }

    private List<PartView> parts(Line line, Instant start, Instant end, By by) {
        String currency = currency(line);
        List<PartView> parts = new ArrayList<>();
        Instant from = start;
        while (from.isBefore(end)) {
            Instant next = next(from, by, line.zone());
            Instant to = next.isBefore(end) ? next : end;
            Totals totals = figures.totals(line.id(), from, to);
            if (!totals.equals(Totals.NONE)) {
                parts.add(new PartView(from, to, SumsView.of(totals, currency)));
            }
            from = to;
        }
        return parts;
    }

    private static Instant next(Instant from, By by, ZoneId zone) {
        return switch (by) {
            case HOUR -> from.plus(1, ChronoUnit.HOURS);
            case DAY ->
                from.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        };
    }

    private String currency(Line line) {
        return steering.current()
                .channel(line.channel())
                .map(ChannelSettings::prices)
                .orElse(Prices.NONE)
                .currency();
    }
}
