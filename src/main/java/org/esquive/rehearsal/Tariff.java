package org.esquive.rehearsal;

import java.math.BigDecimal;
import java.util.Map;
import org.esquive.settings.Prices;

/// What a provider charges.
///
/// @param currency three capital letters, such as `EUR`
/// @param perInbound for a text in; zero where it is free or not known
/// @param perSegment for a segment out
public record Tariff(String currency, BigDecimal perInbound, BigDecimal perSegment) {
    /// What the first number paid: EUR 0.0075 to receive and EUR 0.07627 a segment, so EUR 0.16004 for a text and
    /// its reply of two segments (Clubic 838168, November 2017).
    public static final Tariff OF_2017 = new Tariff("EUR", new BigDecimal("0.0075"), new BigDecimal("0.07627"));

    /// A price of a segment, and reception that costs nothing or is not known.
    ///
    /// @param micros millionths of the currency
    static Tariff ofSegment(String currency, long micros) {
        return new Tariff(
                currency, BigDecimal.ZERO, BigDecimal.valueOf(micros).divide(BigDecimal.valueOf(Prices.MICROS)));
    }

    /// Whether a text in costs anything, as far as is known.
    public boolean chargesReception() {
        return perInbound.signum() > 0;
    }

    /// The price of some texts in and some segments out.
    public BigDecimal cost(long inbounds, long segments) {
        return perInbound.multiply(BigDecimal.valueOf(inbounds)).add(perSegment.multiply(BigDecimal.valueOf(segments)));
    }

    /// The same as the prices of a channel, which has one for a segment only, to French numbers.
    Prices prices() {
        BigDecimal micros = perSegment.multiply(BigDecimal.valueOf(Prices.MICROS));
        return new Prices(currency, Map.of("+33", micros.longValueExact()));
    }
}
