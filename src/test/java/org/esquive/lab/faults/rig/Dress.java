package org.esquive.lab.faults.rig;

import java.util.HashMap;
import java.util.Map;

/// What a process finds in its environment that a keeper's would not: a library put before the C library, a clock
/// that is told the time.
public record Dress(Map<String, String> environment) {
    /// As a keeper starts it.
    public static final Dress PLAIN = new Dress(Map.of());

    public Dress {
        environment = Map.copyOf(environment);
    }

    /// With one more thing.
    public Dress and(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Dress(more);
    }
}
