package org.esquive.channel;

/// How fast a channel may send.
///
/// @param perMinute texts a minute, 1 to 60,000,000
/// @param inFlight texts on their way at once, 1 to 10,000
public record Pace(int perMinute, int inFlight) {
    /// @throws IllegalArgumentException if a figure is out of range
    public Pace {
        if (perMinute < 1 || perMinute > 60_000_000 || inFlight < 1 || inFlight > 10_000) {
            throw new IllegalArgumentException("expected 1 to 60,000,000 a minute and 1 to 10,000 in flight");
        }
    }
}
