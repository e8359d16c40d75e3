package org.esquive.console;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.esquive.ledger.Figures.Period;
import org.esquive.ledger.Figures.Totals;
import org.springframework.context.MessageSource;

/// Draws sums as charts, in the words of a language.
///
/// @param messages the words
public record Charts(MessageSource messages, Locale locale) {
    private static final int HOURS = 24;
    private static final int EVERY_HOURS = 6;
    private static final int EVERY_DAYS = 5;
    private static final int EVERY_MONTHS = 3;

    /// How the spans of a window are called, and where they lead.
    ///
    /// @param names each in full
    /// @param marks what is written below its bar; empty for most
    /// @param link its address by its place; empty if it has none
    public record Spans(List<String> names, List<String> marks, IntFunction<String> link) {}

    /// How much of each span is drawn.
    private record Parts(List<Period> periods, ToLongFunction<Totals> lower, ToLongFunction<Totals> upper) {}

    /// The spans of a window in words.
    ///
    /// @param link their addresses by their places
    public Spans spans(Window window, IntFunction<String> link) {
        List<Instant> bounds = window.bounds();
        List<ZonedDateTime> starts = bounds.subList(0, bounds.size() - 1).stream()
                .map(start -> start.atZone(window.zone()))
                .toList();
        DateTimeFormatter form = name(window.unit(), starts.size() > HOURS);
        return new Spans(
                starts.stream().map(start -> start.format(form)).toList(),
                starts.stream().map(start -> mark(window.unit(), start)).toList(),
                link);
    }

    /// A window in words: a day, a month, two years.
    public String title(Window window) {
        String form = switch (window.unit()) {
            case HOUR -> day() + " yyyy";
            case DAY -> "LLLL yyyy";
            case MONTH -> "yyyy";
        };
        String from = window.first().format(DateTimeFormatter.ofPattern(form, locale));
        String to = window.last().format(DateTimeFormatter.ofPattern(form, locale));
        return from.equals(to) ? from : from + "–" + to;
    }

    /// Texts: those people sent, and upon them those of floods.
    public Bars texts(Spans spans, List<Period> periods) {
        return draw("figures.bar.texts", spans, new Parts(periods, Totals::organic, Totals::raid), number());
    }

    /// What became of texts: answers, and upon them silences.
    public Bars answers(Spans spans, List<Period> periods) {
        return draw("figures.bar.answers", spans, new Parts(periods, Totals::replies, Charts::silent), number());
    }

    /// What answers cost.
    ///
    /// @param words how an amount is written
    public Bars money(Spans spans, List<Period> periods, LongFunction<String> words) {
        return draw("figures.bar.money", spans, new Parts(periods, Totals::money, _ -> 0), words);
    }

    /// How a number is written.
    public LongFunction<String> number() {
        NumberFormat format = NumberFormat.getIntegerInstance(locale);
        return format::format;
    }

    /// Texts that were not answered.
    public static long silent(Totals totals) {
        return totals.silences().values().stream().mapToLong(Long::longValue).sum();
    }

    private Bars draw(String key, Spans spans, Parts parts, LongFunction<String> words) {
        List<Bars.Value> values = new ArrayList<>(parts.periods().size());
        for (int i = 0; i < parts.periods().size(); i++) {
            Totals totals = parts.periods().get(i).totals();
            long lower = parts.lower().applyAsLong(totals);
            long upper = parts.upper().applyAsLong(totals);
            Object[] said = {spans.names().get(i), words.apply(lower), words.apply(upper)};
            String sentence = messages.getMessage(key, said, locale);
            values.add(new Bars.Value(
                    lower, upper, sentence, spans.marks().get(i), spans.link().apply(i)));
        }
        return Bars.of(values, words);
    }

    /// Where the clocks go back, an hour comes twice: each says which it is.
    private DateTimeFormatter name(Window.Unit unit, boolean isLongDay) {
        String form = switch (unit) {
            case HOUR -> isLongDay ? "HH:mm xxx" : "HH:mm";
            case DAY -> day();
            case MONTH -> "LLLL yyyy";
        };
        return DateTimeFormatter.ofPattern(form, locale);
    }

    private String day() {
        return locale.getLanguage().equals("fr") ? "EEEE d MMMM" : "EEEE, d MMMM";
    }

    private static String mark(Window.Unit unit, ZonedDateTime at) {
        return switch (unit) {
            case HOUR -> at.getHour() % EVERY_HOURS == 0 ? String.valueOf(at.getHour()) : "";
            case DAY ->
                at.getDayOfMonth() == 1 || at.getDayOfMonth() % EVERY_DAYS == 0
                        ? String.valueOf(at.getDayOfMonth())
                        : "";
            case MONTH ->
                (at.getMonthValue() - 1) % EVERY_MONTHS == 0
                        ? "%02d/%02d".formatted(at.getMonthValue(), at.getYear() % 100)
                        : "";
        };
    }
}
