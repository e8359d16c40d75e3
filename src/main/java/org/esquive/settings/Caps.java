package org.esquive.settings;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/// How much a line or a channel says at the most. What is not named is not limited.
///
/// @param most by cap; money in millionths of the currency; each 0 to [#MOST], which is as good as none
/// @param perPrefix replies a day to the numbers that begin so, such as `+3361`; a number counts under each of them
public record Caps(Map<Cap, Long> most, Map<String, Integer> perPrefix) {
    /// The highest number a cap may have: a billion replies, or a million of a currency.
    public static final long MOST = 1_000_000_000_000L;

    /// No limit at all.
    public static final Caps NONE = new Caps(Map.of(), Map.of());

    /// What an ordinary SIM bears: 20 replies a minute, 200 a day, 200 people a month. Plans called unlimited have a
    /// fair use like it (a Belgian one, 2026: 500 texts a day, 250 people a month).
    public static final Caps CONSUMER_SIM =
            NONE.with(Cap.REPLIES_PER_MINUTE, 20).with(Cap.REPLIES_PER_DAY, 200).with(Cap.RECIPIENTS_PER_MONTH, 200);

    /// @throws IllegalArgumentException if a number is out of its range
    public Caps {
        Map<Cap, Long> byCap = new EnumMap<>(Cap.class);
        byCap.putAll(most);
        most = Collections.unmodifiableMap(byCap);
        perPrefix = Map.copyOf(perPrefix);
        if (most.values().stream().anyMatch(number -> number < 0 || number > MOST)) {
            throw new IllegalArgumentException("expected caps from 0 to " + MOST);
        }
    }

    /// The number of a cap, if it is limited.
    public OptionalLong most(Cap cap) {
        Long number = most.get(cap);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /// The same with one cap more, or another number for it.
    public Caps with(Cap cap, long number) {
        Map<Cap, Long> changed = new EnumMap<>(Cap.class);
        changed.putAll(most);
        changed.put(cap, number);
        return new Caps(changed, perPrefix);
    }

    /// These caps, and for what they do not name those of others; a cap of [#MOST] lifts the other's.
    public Caps laidOver(Caps others) {
        Map<Cap, Long> merged = new EnumMap<>(Cap.class);
        merged.putAll(others.most);
        merged.putAll(most);
        merged.values().removeIf(number -> number == MOST);
        return new Caps(merged, perPrefix.isEmpty() ? others.perPrefix : perPrefix);
    }

    /// The same without one cap.
    public Caps without(Cap cap) {
        Map<Cap, Long> changed = new EnumMap<>(Cap.class);
        changed.putAll(most);
        changed.remove(cap);
        return new Caps(changed, perPrefix);
    }
}
