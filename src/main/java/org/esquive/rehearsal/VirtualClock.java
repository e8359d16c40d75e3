package org.esquive.rehearsal;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is told to go on, and never goes back.
final class VirtualClock implements InstantSource {
    private volatile Instant now;

    VirtualClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void goOnTo(Instant later) {
        if (later.isAfter(now)) {
            now = later;
        }
    }
}
