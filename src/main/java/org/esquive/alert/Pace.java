package org.esquive.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/// How many texts usually come in each hour of a day, as far as two weeks tell. The busiest day is left out: one
/// evening on the radio is not what is usual.
///
/// @param byHour texts a day in each hour of the day (UTC), 24 of them
/// @param texts all texts of the two weeks
record Pace(Map<Integer, Double> byHour, long texts) {
    static final int DAYS = 14;

    /// Nothing is known.
    static final Pace NONE = new Pace(Map.of(), 0);

    /// @param texts how many came in each hour that had any
    static Pace of(Map<Instant, Long> texts) {
        Map<Instant, Long> byDay = texts.entrySet().stream()
                .collect(Collectors.groupingBy(
                        hour -> hour.getKey().truncatedTo(ChronoUnit.DAYS),
                        Collectors.summingLong(Map.Entry::getValue)));
        Instant busiest = byDay.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<Instant, Long> day) -> day.getValue())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(Instant.EPOCH);
        Map<Integer, Double> byHour = texts.entrySet().stream()
                .filter(hour -> !hour.getKey().truncatedTo(ChronoUnit.DAYS).equals(busiest))
                .collect(Collectors.groupingBy(
                        hour -> hourOfDay(hour.getKey()),
                        Collectors.summingDouble(hour -> (double) hour.getValue() / (DAYS - 1))));
        return new Pace(
                byHour, byDay.values().stream().mapToLong(Long::longValue).sum());
    }

    /// How many texts usually come in a span of time.
    double expected(Instant from, Instant to) {
        double sum = 0;
        Instant at = from;
        while (at.isBefore(to)) {
            Instant next = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            Instant end = next.isBefore(to) ? next : to;
            double share = (double) Duration.between(at, end).toMillis()
                    / Duration.ofHours(1).toMillis();
            sum += share * byHour.getOrDefault(hourOfDay(at), 0.0);
            at = end;
        }
        return sum;
    }

    /// Texts on a usual day.
    double aDay() {
        return byHour.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static int hourOfDay(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).getHour();
    }
}
