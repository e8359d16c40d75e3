package org.esquive.console.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.esquive.console.Bars;
import org.esquive.console.Charts;
import org.esquive.console.Lines;
import org.esquive.console.Money;
import org.esquive.console.Window;
import org.esquive.console.figures.FiguresView.Row;
import org.esquive.console.figures.FiguresView.Share;
import org.esquive.console.figures.FiguresView.Tab;
import org.esquive.ledger.Figures.Period;
import org.esquive.ledger.Figures.Totals;
import org.esquive.ledger.Ids;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Tally;
import org.esquive.message.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What happened, by hour, day or month, of a line or of all: texts with those of floods apart, answers and
/// silences with their reasons, what it cost and where senders come from.
@Controller
public final class FiguresPage {
    private final Sums sums;
    private final MessageSource messages;

    public FiguresPage(Sums sums, MessageSource messages) {
        this.sums = sums;
        this.messages = messages;
    }

    @GetMapping("/console/figures")
    String show(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
        @Nullable
        FiguresView view =
                sums.asked(parameters).map(asked -> view(asked, locale)).orElse(null);
        model.addAttribute("view", view);
        return "console/figures";
    }

    private FiguresView view(Sums.Asked asked, Locale locale) {
        Charts charts = new Charts(messages, locale);
        Frame frame = frame(asked);
        try {
            List<Sums.OfLine> lines = sums.read(asked);
            return new FiguresView(
                    frame.lines(),
                    frame.units(),
                    charts.title(asked.window()),
                    asked.window().zone().getId(),
                    frame.previous(),
                    frame.next(),
                    address(asked, asked.window(), "figures/export") + "&as=",
                    told(asked, lines, charts));
        } catch (LedgerUnavailable _) {
            return new FiguresView(
                    frame.lines(),
                    frame.units(),
                    charts.title(asked.window()),
                    asked.window().zone().getId(),
                    frame.previous(),
                    frame.next(),
                    "",
                    null);
        }
    }

    /// What stands around the charts: where else a keeper may look.
    private record Frame(List<Tab> lines, List<Tab> units, String previous, String next) {}

    private Frame frame(Sums.Asked asked) {
        Window window = asked.window();
        List<String> ids = new ArrayList<>(new Lines(sums.settings()).ids());
        if (ids.size() > 1) {
            ids.addFirst(Sums.ALL);
        }
        List<Tab> lines = ids.stream()
                .map(id -> new Tab(id, address(id, window, "figures"), id.equals(asked.line())))
                .toList();
        List<Tab> units = new ArrayList<>();
        for (Window.Unit unit : Window.Unit.values()) {
            Window other = Window.around(anchor(window), unit, window.zone());
            units.add(new Tab(unit.word(), address(asked, other, "figures"), unit == window.unit()));
        }
        boolean over = start(window.next()).isBefore(sums.clock().instant());
        return new Frame(
                lines,
                units,
                address(asked, window.previous(), "figures"),
                over ? address(asked, window.next(), "figures") : "");
    }

    /// The day that another kind of window is to show: today where this one does.
    private LocalDate anchor(Window window) {
        LocalDate today = LocalDate.ofInstant(sums.clock().instant(), window.zone());
        return today.isBefore(window.first()) || today.isAfter(window.last()) ? window.last() : today;
    }

    private static Instant start(Window window) {
        return window.first().atStartOfDay(window.zone()).toInstant();
    }

    private FiguresView.Told told(Sums.Asked asked, List<Sums.OfLine> lines, Charts charts) {
        List<Period> periods = Sums.together(lines);
        Period all = periods.stream().reduce(Period::plus).orElseThrow();
        Totals totals = all.totals();
        Charts.Spans spans = charts.spans(asked.window(), i -> closer(asked, i));
        Map<String, Long> money = money(lines);
        return new FiguresView.Told(
                totals.organic(),
                totals.raid(),
                totals.senders(),
                totals.replies(),
                Charts.silent(totals),
                money.entrySet().stream()
                        .map(sum -> Money.written(sum.getValue(), sum.getKey(), charts.locale()))
                        .toList(),
                charts.texts(spans, periods),
                charts.answers(spans, periods),
                moneyBars(charts, spans, periods, money),
                named(totals.silences()),
                named(totals.states()),
                countries(all.countries(), charts.locale()),
                all.longTextsDropped(),
                rows(spans, periods, money, charts));
    }

    /// Sums of one currency are drawn; of several, none could be compared.
    private static @Nullable Bars moneyBars(
            Charts charts, Charts.Spans spans, List<Period> periods, Map<String, Long> money) {
        if (money.size() != 1) {
            return null;
        }
        return charts.money(spans, periods, written(money, charts.locale()));
    }

    private static LongFunction<String> written(Map<String, Long> money, Locale locale) {
        String currency = money.size() == 1 ? money.keySet().iterator().next() : "";
        return micros -> Money.written(micros, currency, locale);
    }

    private static Map<String, Long> money(List<Sums.OfLine> lines) {
        Map<String, Long> money = new TreeMap<>();
        for (Sums.OfLine line : lines) {
            if (!line.currency().isEmpty() || line.money() > 0) {
                money.merge(line.currency(), line.money(), Long::sum);
            }
        }
        return money;
    }

    private static List<Row> rows(Charts.Spans spans, List<Period> periods, Map<String, Long> money, Charts charts) {
        LongFunction<String> amount = written(money, charts.locale());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Totals totals = periods.get(i).totals();
            rows.add(new Row(
                    spans.names().get(i),
                    spans.link().apply(i),
                    totals.organic(),
                    totals.raid(),
                    totals.senders(),
                    totals.replies(),
                    Charts.silent(totals),
                    money.size() == 1 ? amount.apply(totals.money()) : ""));
        }
        return rows;
    }

    private static <E extends Enum<E>> List<Share> named(Map<E, Long> counts) {
        return shares(counts.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
    }

    private static List<Share> countries(Map<Country, Long> counts, Locale locale) {
        return shares(counts.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().equals(Tally.OTHER_COUNTRY)
                                ? ""
                                : Locale.of("", entry.getKey().code()).getDisplayCountry(locale),
                        Map.Entry::getValue,
                        Long::sum)));
    }

    private static List<Share> shares(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Share(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Share::count).reversed().thenComparing(Share::name))
                .toList();
    }

    /// Where a bar leads: from a month to its days, from a day to its hours, from an hour to its texts.
    private static String closer(Sums.Asked asked, int i) {
        Window window = asked.window();
        List<Instant> bounds = window.bounds();
        LocalDate day = LocalDate.ofInstant(bounds.get(i), window.zone());
        ZoneId zone = window.zone();
        return switch (window.unit()) {
            case MONTH -> address(asked, Window.around(day, Window.Unit.DAY, zone), "figures");
            case DAY -> address(asked, Window.around(day, Window.Unit.HOUR, zone), "figures");
            case HOUR ->
                asked.together()
                        ? ""
                        : "/console/decisions?line=" + asked.line() + "&before=" + Ids.firstAt(bounds.get(i + 1));
        };
    }

    private static String address(Sums.Asked asked, Window window, String page) {
        return address(asked.line(), window, page);
    }

    private static String address(String line, Window window, String page) {
        return "/console/%s?line=%s&by=%s&at=%s"
                .formatted(page, line, window.unit().word(), window.word());
    }
}
