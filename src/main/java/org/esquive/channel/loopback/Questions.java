package org.esquive.channel.loopback;

import java.util.List;
import org.esquive.settings.Option;

/// What imagined phones want to know: nothing that cannot be left out.
final class Questions {
    static final List<Option> ALL = List.of(
            Option.whole("per-minute", 1, 60_000_000, 6_000),
            Option.oneOf("receipts", "on", "off"),
            Option.whole("receipt-after", 0, 3_600, 2));

    private Questions() {}
}
