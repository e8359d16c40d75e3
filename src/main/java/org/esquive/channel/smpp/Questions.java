package org.esquive.channel.smpp;

import java.util.List;
import org.esquive.settings.Option;

/// What a carrier's link wants to know, in the order in which a contract tells it.
final class Questions {
    static final List<Option> ALL = List.of(
            Option.words("host"),
            Option.whole("port", 1, 65_535, OptionReader.DEFAULT_PORT).optional(),
            Option.oneOf("tls", "off", "on").optional(),
            Option.words("system-id"),
            Option.secret("password"),
            Option.words("system-type").optional(),
            Option.whole("per-second", 1, 100_000, 10).optional(),
            Option.oneOf("bind", "transceiver", "transmitter-receiver"),
            Option.whole("binds", 1, 10, 1),
            Option.whole("window", 1, 10_000, 10),
            Option.oneOf("alphabet", "gsm", "gsm-packed", "latin-1", "utf-8"),
            Option.oneOf("long-text", "udh", "sar", "payload"),
            Option.oneOf("receipts", "on", "off"),
            Option.oneOf("receipt-ids", "auto", "exact"),
            Option.oneOf("receipts-in-text", "off", "on"),
            Option.whole("enquire-link", 5, 600, 30),
            Option.whole("answer-timeout", 1, 600, 60),
            Option.oneOf("busy-status", "0x14", "0x58"),
            Option.oneOf("submit-failed", "refused", "later"),
            Option.oneOf("vendor-status", "refused", "later"),
            Option.words("trust-store").rare(),
            Option.words("client-certificate").rare(),
            Option.secret("client-certificate-password").rare(),
            Option.oneOf("interface-version", "3.4", "5.0"),
            Option.whole("longest-pdu", 512, 65_536, 65_536),
            Option.whole("source-ton", 0, 6, 1),
            Option.whole("source-npi", 0, 18, 1),
            Option.whole("destination-ton", 0, 6, 1),
            Option.whole("destination-npi", 0, 18, 1));

    private Questions() {}
}
