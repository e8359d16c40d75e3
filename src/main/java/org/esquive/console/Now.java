package org.esquive.console;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.esquive.alert.Words;
import org.esquive.console.NowView.AlertView;
import org.esquive.console.NowView.Row;
import org.esquive.console.NowView.StopView;
import org.esquive.console.NowView.TroubleView;
import org.esquive.console.Surroundings.ChannelState;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Figures.Totals;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.ReplyState;
import org.esquive.message.Numbering;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Rulebook;
import org.esquive.policy.Spending;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page a keeper opens first: does the line answer, what happened today, is anything wrong.
@Controller
public final class Now {
    /// Alerts that are read; those of one cause in a row are shown as one.
    private static final int MOST_ALERTS = 200;

    private static final int MOST_SHOWN = 8;

    private final Lines lines;
    private final Supplier<Rulebook> rulebook;
    private final Figures figures;
    private final Surroundings surroundings;
    private final InstantSource clock;
    private final MessageSource messages;

    /// What was read of the ledger, or nothing if it cannot be read.
    private record Read(
            boolean well, List<Figures.Period> hours, List<Figures.Alert> alerts, LineRecord line, Spending channel) {
        static final Read NONE = new Read(true, List.of(), List.of(), LineRecord.NEW, Spending.NONE);
        static final Read FAILED = new Read(false, List.of(), List.of(), LineRecord.NEW, Spending.NONE);

        Totals totals() {
            return hours.stream().map(Figures.Period::totals).reduce(Totals.NONE, Totals::plus);
        }
    }

    /// What keepers decided.
    ///
    /// @param settings as they wrote it, as it is now
    /// @param rulebook as it is applied, as it is now
    public record Decided(Supplier<Settings> settings, Supplier<Rulebook> rulebook) {}

    /// What the page is written with.
    ///
    /// @param clock what is now
    /// @param messages the words
    public record Writing(InstantSource clock, MessageSource messages) {}

    public Now(Decided decided, Figures figures, Surroundings surroundings, Writing writing) {
        this.lines = new Lines(decided.settings());
        this.rulebook = decided.rulebook();
        this.figures = figures;
        this.surroundings = surroundings;
        this.clock = writing.clock();
        this.messages = writing.messages();
    }

    @GetMapping("/console")
    String show(@RequestParam(name = "line", required = false) @Nullable String asked, Model model, Locale locale) {
        Optional<Line> line = lines.chosen(asked);
        Read read = line.map(this::read).orElse(Read.NONE);
        Totals totals = read.totals();
        model.addAttribute(
                "now",
                new NowView(
                        lines.ids(),
                        line.map(Now::view).orElse(null),
                        read.well(),
                        line.flatMap(each -> protection(each, read, locale)).orElse(null),
                        line.flatMap(this::stop).orElse(null),
                        line.map(each -> day(each, read, locale)).orElse(NowView.DayView.NONE),
                        rows(totals.silences()),
                        rows(totals.states()),
                        surroundings.channels(),
                        troubles(read),
                        line.map(each -> alerts(read, each, locale)).orElse(List.of())));
        return "console/now";
    }

    /// What the page says of the protection of a line; it differs as soon as the page would.
    public Object stamp(@Nullable String asked) {
        try {
            return lines.chosen(asked)
                    .flatMap(this::protectionNow)
                    .<Object>map(view -> view)
                    .orElse("");
        } catch (LedgerUnavailable _) {
            return "unreadable";
        }
    }

    private Optional<ProtectionView> protectionNow(Line line) {
        LineRecord record = figures.line(line.id());
        Read read = new Read(true, List.of(), List.of(), record, figures.channel(line.channel()));
        return protection(line, read, Locale.ROOT);
    }

    private Optional<ProtectionView> protection(Line line, Read read, Locale locale) {
        Times times = new Times(clock, line.zone());
        return rulebook.get().of(line.id()).map(rules -> {
            String currency = rules.channel().prices().currency();
            var view = new ProtectionView.View(times, new BudgetView.Writing(locale, currency));
            return ProtectionView.of(rules, read.line(), read.channel(), view);
        });
    }

    private NowView.DayView day(Line line, Read read, Locale locale) {
        Totals totals = read.totals();
        String currency = rulebook.get()
                .of(line.id())
                .map(rules -> rules.channel().prices().currency())
                .orElse("");
        boolean priced = totals.money() > 0
                || rulebook.get()
                        .of(line.id())
                        .map(rules -> !rules.channel().prices().perSegment().isEmpty())
                        .orElse(false);
        Charts charts = new Charts(messages, locale);
        Charts.Spans spans = charts.spans(today(line), _ -> "");
        return new NowView.DayView(
                totals.organic(),
                totals.raid(),
                totals.senders(),
                totals.replies(),
                priced ? Money.written(totals.money(), currency, locale) : "",
                charts.texts(spans, read.hours()));
    }

    private Window today(Line line) {
        return Window.around(LocalDate.ofInstant(clock.instant(), line.zone()), Window.Unit.HOUR, line.zone());
    }

    private Optional<StopView> stop(Line line) {
        Times times = new Times(clock, line.zone());
        return surroundings.stop().map(stop -> StopView.of(stop, times));
    }

    private Read read(Line line) {
        try {
            return new Read(
                    true,
                    figures.periods(line.id(), today(line).bounds()),
                    figures.alerts(line.id(), MOST_ALERTS),
                    figures.line(line.id()),
                    figures.channel(line.channel()));
        } catch (LedgerUnavailable _) {
            return Read.FAILED;
        }
    }

    private List<AlertView> alerts(Read read, Line line, Locale locale) {
        Times times = new Times(clock, line.zone());
        return Words.in(locale.getLanguage(), line.zone()).read(read.alerts()).stream()
                .limit(MOST_SHOWN)
                .map(item -> new AlertView(
                        item.title(), item.says(), times.of(item.latest().at()), item.isUrgent()))
                .toList();
    }

    private List<TroubleView> troubles(Read read) {
        List<TroubleView> troubles = new ArrayList<>();
        if (!read.well()) {
            troubles.add(new TroubleView("ledger", "", ""));
        }
        for (ChannelState channel : surroundings.channels()) {
            if (channel.state().equals("DOWN")) {
                troubles.add(new TroubleView("down", channel.id(), channel.cause()));
            }
        }
        surroundings.troubles().forEach(trouble -> troubles.add(new TroubleView("trouble", "", trouble)));
        long unknown = read.totals().states().getOrDefault(ReplyState.UNKNOWN, 0L);
        if (unknown > 0) {
            troubles.add(new TroubleView("unknown", Long.toString(unknown), ""));
        }
        return troubles;
    }

    private static NowView.LineView view(Line line) {
        return new NowView.LineView(
                line.id().value(),
                Numbering.national(line.number()),
                line.status().name(),
                line.limits().memory().toDays(),
                line.limits().textsPerSender(),
                line.keeps());
    }

    private static <E extends Enum<E>> List<Row> rows(Map<E, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Row(entry.getKey().name(), entry.getValue()))
                .sorted(Comparator.comparingLong(Row::count).reversed())
                .toList();
    }
}
