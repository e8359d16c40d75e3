package org.esquive.console;

import org.esquive.policy.Hold;

/// Something that holds a line, in words: "paused because X until Y", and what to do.
///
/// @param cause the end of a message key
/// @param scope the end of a message key: whose limit or state it is
/// @param until when it ends by itself, in the line's time zone; empty if a keeper must end it
/// @param advice the end of a message key: what it means and what to do
/// @param pauses whether somebody is not answered because of it
record HoldView(String cause, String scope, String until, String advice, boolean pauses) {

    static HoldView of(Hold hold, Times times) {
        return new HoldView(
                hold.cause().name(),
                hold.scope().name(),
                hold.until().map(times::brief).orElse(""),
                advice(hold.cause()),
                hold.pauses());
    }

    private static String advice(Hold.Cause cause) {
        return switch (cause) {
            case REPLIES_PER_MINUTE, REPLIES_PER_DAY, REPLIES_PER_MONTH, MONEY_PER_DAY, MONEY_PER_MONTH -> "limit";
            case RECIPIENTS_PER_DAY, RECIPIENTS_PER_MONTH, NEW_RECIPIENTS_PER_HOUR, NEW_RECIPIENTS_PER_DAY -> "people";
            case NO_PRICE -> "price";
            case NEWCOMERS, BOTNET, NEIGHBOURS -> "flood";
            case TEXTS, SCRIPT -> "noticed";
            case UNDELIVERABLE, OPT_OUTS -> "breaker";
            case MUTED, RETIRED -> "status";
            case PANIC -> "panic";
        };
    }
}
