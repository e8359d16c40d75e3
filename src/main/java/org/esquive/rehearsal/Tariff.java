package org.esquive.rehearsal;

import java.math.BigDecimal;
import java.util.Map;
import org.esquive.settings.Prices;

/// What a provider charges.
///
/// @param perInbound euros for a text in
/// @param perSegment euros for a segment out
public record Tariff(BigDecimal perInbound, BigDecimal perSegment) {
    /// What the first number paid: EUR 0.0075 to receive and EUR 0.07627 a segment, so EUR 0.16004 for a text and
    /// its reply of two segments (Clubic 838168, November 2017).
    public static final Tariff OF_2017 = new Tariff(new BigDecimal("0.0075"), new BigDecimal("0.07627"));

    /// Euros for some texts in and some segments out.
    public BigDecimal cost(long inbounds, long segments) {
        return perInbound.multiply(BigDecimal.valueOf(inbounds)).add(perSegment.multiply(BigDecimal.valueOf(segments)));
    }

    /// The same as the prices of a channel, which has one for a segment only, to French numbers.
    Prices prices() {
        BigDecimal micros = perSegment.multiply(BigDecimal.valueOf(Prices.MICROS));
        return new Prices("EUR", Map.of("+33", micros.longValueExact()));
    }
}
