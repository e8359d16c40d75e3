package org.esquive.lab.bench;

import java.time.Duration;

/// A program that answers texts, and what it costs.
interface Rival extends AutoCloseable {

    /// CPU time of all its processes so far.
    Duration cpuTime();

    /// The most memory its processes held, added, in bytes.
    long peakMemory();

    @Override
    void close();
}
