package org.esquive.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// Makes ids that rise with time and are unique over nodes without asking the database: milliseconds since 2010,
/// then ten bits of node, then twelve bits of sequence. When 4,096 a millisecond are not enough it borrows from
/// the next one, and when the clock steps back it goes on from where it was.
public final class Ids {
    private static final long EPOCH = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();
    private static final int SEQUENCE_BITS = 12;
    private static final int NODE_BITS = 10;

    /// The last millisecond there are ids for, in 2079.
    private static final long LAST = Long.MAX_VALUE >> (NODE_BITS + SEQUENCE_BITS);

    private final InstantSource clock;
    private final long node;
    private final AtomicLong lastTick = new AtomicLong();

    /// @param node 0 to 1,023, different on each node of one database
    public Ids(InstantSource clock, int node) {
        if (node < 0 || node >= 1 << NODE_BITS) {
            throw new IllegalArgumentException("expected a node number from 0 to 1023");
        }
        this.clock = clock;
        this.node = node;
    }

    /// The next id, above every id this instance gave before.
    public long next() {
        long now = (clock.millis() - EPOCH) << SEQUENCE_BITS;
        return id(lastTick.updateAndGet(last -> Math.max(last + 1, now)));
    }

    /// The latest id this instance gave: each that is above it is given later.
    public long latest() {
        return id(lastTick.get());
    }

    /// The lowest id that can be given at a moment, on any node.
    public static long firstAt(Instant moment) {
        return Math.clamp(moment.toEpochMilli() - EPOCH, 0, LAST) << (NODE_BITS + SEQUENCE_BITS);
    }

    /// When an id was given.
    public static Instant momentOf(long id) {
        return Instant.ofEpochMilli(EPOCH + (id >>> (NODE_BITS + SEQUENCE_BITS)));
    }

    /// The node that gave an id.
    public static int nodeOf(long id) {
        return (int) (id >>> SEQUENCE_BITS) & ((1 << NODE_BITS) - 1);
    }

    /// The id that is a time earlier than another.
    public static long earlier(long id, Duration by) {
        return Math.max(0, id - (by.toMillis() << (NODE_BITS + SEQUENCE_BITS)));
    }

    private long id(long tick) {
        long millis = tick >>> SEQUENCE_BITS;
        long sequence = tick & ((1 << SEQUENCE_BITS) - 1);
        return millis << (NODE_BITS + SEQUENCE_BITS) | node << SEQUENCE_BITS | sequence;
    }
}
