package org.esquive.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/// A chart of bars, each of two parts one upon the other, in percent of its plot: so it is drawn by the server,
/// fits every screen, and needs neither script nor style.
///
/// @param bars from left to right
/// @param top the amount at the upper edge, in words
/// @param half the amount half way up
public record Bars(List<Bar> bars, String top, String half) {
    private static final double WHOLE = 100;

    /// What a bar leaves free of its place.
    private static final double GAP = 0.22;

    /// The upper edges of charts, times a power of ten: each has a half that can be counted.
    private static final List<Integer> EDGES = List.of(2, 4, 10);

    /// What a bar stands for.
    ///
    /// @param lower the lower part
    /// @param upper the part upon it
    /// @param says both in words, with their time
    /// @param mark what is written below; empty for most bars of many
    /// @param link where it leads; empty if nowhere
    public record Value(long lower, long upper, String says, String mark, String link) {}

    /// A bar.
    ///
    /// @param slot its place, from top to bottom
    /// @param middle the middle of that place
    /// @param lower the lower part
    /// @param upper the part upon it
    /// @param value what it stands for
    public record Bar(Box slot, String middle, Box lower, Box upper, Value value) {}

    /// A rectangle.
    public record Box(String x, String y, String width, String height) {

        static Box of(double x, double y, double width, double height) {
            return new Box(percent(x), percent(y), percent(width), percent(height));
        }
    }

    public Bars {
        bars = List.copyOf(bars);
    }

    /// The chart of some values.
    ///
    /// @param words how an amount is written
    public static Bars of(List<Value> values, LongFunction<String> words) {
        long most = values.stream()
                .mapToLong(value -> value.lower() + value.upper())
                .max()
                .orElse(0);
        long edge = edge(most);
        double width = WHOLE / Math.max(1, values.size());
        List<Bar> bars = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            bars.add(bar(values.get(i), i * width, width, edge));
        }
        return new Bars(bars, words.apply(edge), words.apply(edge / 2));
    }

    /// Whether anything is drawn.
    public boolean isEmpty() {
        return bars.stream().noneMatch(bar -> bar.value().lower() + bar.value().upper() > 0);
    }

    private static Bar bar(Value value, double x, double width, long edge) {
        double lower = WHOLE * Math.max(0, value.lower()) / edge;
        double upper = WHOLE * Math.max(0, value.upper()) / edge;
        double left = x + width * GAP / 2;
        double wide = width * (1 - GAP);
        return new Bar(
                Box.of(x, 0, width, WHOLE),
                percent(x + width / 2),
                Box.of(left, WHOLE - lower, wide, lower),
                Box.of(left, WHOLE - lower - upper, wide, upper),
                value);
    }

    private static long edge(long most) {
        for (long ten = 1; ten < Long.MAX_VALUE / WHOLE; ten *= 10) {
            for (int edge : EDGES) {
                if (most <= edge * ten) {
                    return edge * ten;
                }
            }
        }
        return Long.MAX_VALUE;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
