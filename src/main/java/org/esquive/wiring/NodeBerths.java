package org.esquive.wiring;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.esquive.channel.Berths;
import org.esquive.ledger.Nodes;

/// The links of a channel, spread over the nodes: each is a duty that one of them holds.
///
/// A node wants its share, which is the links divided by the nodes that are there, rounded up. What stays free for a
/// while it takes as well; and it gives that back once a node is there that has less than its share. A link that
/// another node holds is nothing to wait for: once that node is gone its links are free, and wanted.
final class NodeBerths implements Berths {
    /// How often it is thought over.
    static final long BEAT = TimeUnit.MILLISECONDS.toNanos(200);

    /// How long a link is free before a node takes more than its share.
    static final long A_WHILE = TimeUnit.SECONDS.toNanos(5);

    /// How long a link that could not be bound here is left to others.
    static final long A_TRY = TimeUnit.SECONDS.toNanos(30);

    private static final long FIRST_PATIENCE = TimeUnit.MINUTES.toNanos(1);
    private static final long LONGEST_PATIENCE = TimeUnit.HOURS.toNanos(1);

    private final Nodes nodes;
    private final String prefix;
    private final LongSupplier time;
    private final boolean[] wanted;
    private final long[] takenSince;
    private final long[] leftUntil;
    private long thoughtAt;
    private long patience = FIRST_PATIENCE;
    private long keepsUntil;
    private boolean closed;

    /// @param channel its id
    /// @param links how many it has
    /// @param time in nanoseconds of no particular origin
    NodeBerths(Nodes nodes, String channel, int links, LongSupplier time) {
        this.nodes = nodes;
        this.prefix = "channel/" + channel + "/";
        this.time = time;
        this.wanted = new boolean[links];
        this.takenSince = new long[links];
        long now = time.getAsLong();
        this.leftUntil = new long[links];
        Arrays.fill(takenSince, now);
        Arrays.fill(leftUntil, now);
        this.thoughtAt = now - BEAT;
        this.keepsUntil = now;
    }

    @Override
    public boolean areShared() {
        return true;
    }

    @Override
    public synchronized boolean holds(int berth) {
        long now = time.getAsLong();
        if (!closed && now - thoughtAt >= BEAT) {
            thoughtAt = now;
            think(now);
        }
        return wanted[berth] && nodes.holds(name(berth));
    }

    /// One that is wanted goes on being striven for.
    @Override
    public synchronized void leave(int berth) {
        if (!wanted[berth]) {
            nodes.giveUp(name(berth));
        }
    }

    /// Only where somebody else is there to try.
    @Override
    public synchronized void pass(int berth) {
        if (nodes.count() > 1) {
            wanted[berth] = false;
            leftUntil[berth] = time.getAsLong() + A_TRY;
            nodes.giveUp(name(berth));
        }
    }

    @Override
    public OptionalInt holder(int berth) {
        return nodes.all().stream()
                .filter(node -> !node.isThis() && node.duties().contains(name(berth)))
                .mapToInt(Nodes.Node::number)
                .findFirst();
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(wanted, false);
        for (int berth = 0; berth < wanted.length; berth++) {
            nodes.giveUp(name(berth));
        }
    }

    private String name(int berth) {
        return prefix + berth;
    }

    private void think(long now) {
        for (int berth = 0; berth < wanted.length; berth++) {
            if (holder(berth).isPresent()) {
                takenSince[berth] = now;
                loseTo(berth);
            } else if (wanted[berth]) {
                takenSince[berth] = now;
            }
        }
        int share = Math.ceilDiv(wanted.length, nodes.count());
        if (count() > share && now - keepsUntil >= 0 && isSomebodyShort(share)) {
            giveBack(share);
        } else {
            take(share, now);
        }
    }

    /// A link that another node holds is wanted no more, unless this one believes that it holds it still.
    private void loseTo(int berth) {
        if (wanted[berth] && !nodes.holds(name(berth))) {
            wanted[berth] = false;
            nodes.giveUp(name(berth));
        }
    }

    private int count() {
        int count = 0;
        for (boolean each : wanted) {
            count += each ? 1 : 0;
        }
        return count;
    }

    private boolean isSomebodyShort(int share) {
        return nodes.all().stream()
                .filter(node -> node.isThere() && !node.isThis())
                .anyMatch(node -> node.duties().stream()
                                .filter(duty -> duty.startsWith(prefix))
                                .count()
                        < share);
    }

    /// Whoever is bound there unbinds first; the duty is given up when that is done.
    private void giveBack(int share) {
        for (int berth = wanted.length - 1; berth >= 0 && count() > share; berth--) {
            wanted[berth] = false;
        }
    }

    /// Each node begins elsewhere, so that nodes that start together do not want the same.
    private void take(int share, long now) {
        for (int i = 0; i < wanted.length; i++) {
            int berth = (nodes.number() + i) % wanted.length;
            boolean isFree = !wanted[berth] && holder(berth).isEmpty() && now - leftUntil[berth] >= 0;
            if (isFree && count() < share) {
                wanted[berth] = true;
            } else if (isFree && now - takenSince[berth] >= A_WHILE) {
                wanted[berth] = true;
                keepsUntil = now + patience;
                patience = Math.min(LONGEST_PATIENCE, 2 * patience);
            }
        }
    }
}
