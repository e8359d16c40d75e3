package org.esquive.api.hook;

import java.time.Instant;
import java.util.List;

/// What a program is handed in one call, in the form that [Standard Webhooks](https://www.standardwebhooks.com)
/// advises (read in November 2026).
///
/// @param type `events`, or `test` if a keeper wanted to see whether it arrives
/// @param timestamp when it was put together
public record CallView(String type, Instant timestamp, ToldView data) {

    /// What happened.
    ///
    /// @param webhook the program, as the settings name it
    /// @param missed events left out since the call before: too much came, or nobody answered
    /// @param events in the order in which they happened, of each type; at most a hundred
    public record ToldView(String webhook, long missed, List<EventView> events) {
        public ToldView {
            events = List.copyOf(events);
        }
    }

    static CallView events(String webhook, Instant now, long missed, List<EventView> events) {
        return new CallView("events", now, new ToldView(webhook, missed, events));
    }

    static CallView test(String webhook, Instant now) {
        return new CallView("test", now, new ToldView(webhook, 0, List.of()));
    }
}
