package org.esquive.settings;

import java.util.Map;
import java.util.OptionalLong;

/// What a channel charges for a segment of a text, by the beginning of the number it goes to.
///
/// @param currency three capital letters, such as `EUR`
/// @param perSegment millionths of the currency, by prefix such as `+33`; the longest that fits a number is its price
public record Prices(String currency, Map<String, Long> perSegment) {
    /// Millionths in one of a currency.
    public static final long MICROS = 1_000_000;

    /// Highest price of a segment: a hundred of the currency.
    public static final long MOST = 100 * MICROS;

    /// Nothing has a price.
    public static final Prices NONE = new Prices("EUR", Map.of());

    /// @throws IllegalArgumentException if a price is out of its range
    public Prices {
        perSegment = Map.copyOf(perSegment);
        if (perSegment.values().stream().anyMatch(price -> price < 0 || price > MOST)) {
            throw new IllegalArgumentException("expected prices from 0 to 100");
        }
    }

    /// The price of a segment to a number: nothing where nothing has a price, and none at all where others have one
    /// and this number has not.
    public OptionalLong of(String e164) {
        if (perSegment.isEmpty()) {
            return OptionalLong.of(0);
        }
        for (int end = e164.length(); end > 1; end--) {
            Long price = perSegment.get(e164.substring(0, end));
            if (price != null) {
                return OptionalLong.of(price);
            }
        }
        return OptionalLong.empty();
    }
}
