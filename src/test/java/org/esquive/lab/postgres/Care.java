package org.esquive.lab.postgres;

import java.util.Map;

/// How well a server keeps what it was given. Only a server with all care may be measured or harmed.
public enum Care {
    /// As in real life: what is committed is on the disk.
    ALL,

    /// Quick and small, for tests that harm nothing.
    NONE;

    Map<String, String> settings() {
        return switch (this) {
            case ALL -> Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
            case NONE ->
                Map.of(
                        "fsync", "off",
                        "synchronous_commit", "off",
                        "full_page_writes", "off",
                        "shared_buffers", "32MB");
        };
    }
}
