package org.esquive.lab.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;

/// How another node goes on with what one did, timed from the moment that this one fell silent.
final class TakeOver {
    /// The promise.
    static final Duration PROMISED = Duration.ofSeconds(10);

    private static final String ON_THEIR_WAY = "select id from text where state = 'SENDING'";

    private final Rig rig;
    private final long began;
    private final int binds;
    private final Set<Long> left;
    private double linkSeconds;
    private double repliesSeconds;

    private TakeOver(Rig rig, long began, int binds, Set<Long> left) {
        this.rig = rig;
        this.began = began;
        this.binds = binds;
        this.left = left;
    }

    /// Begins once the node that held the only link is silent, and the carrier has read the last it said.
    ///
    /// @param silentAt when it fell silent, by [System#nanoTime()]
    static TakeOver of(Rig rig, long silentAt) {
        rig.carrier.forgetFirst();
        return new TakeOver(rig, silentAt, rig.smsc.binds(), onTheirWay(rig));
    }

    /// Waits until the other node has the link and acknowledged a text, and until nothing of the silent node is on its
    /// way any more.
    TakeOver await() {
        var _ = Patience.waitFor(
                "the other node's bind and first acknowledgement",
                () -> rig.smsc.binds() > binds && rig.carrier.firstAckAt() != 0);
        linkSeconds = (rig.carrier.firstAckAt() - began) / 1e9;
        var _ = Patience.waitFor("the end of what was on its way", this::isSettled);
        repliesSeconds = (System.nanoTime() - began) / 1e9;
        return this;
    }

    private boolean isSettled() {
        Set<Long> still = onTheirWay(rig);
        return left.stream().noneMatch(still::contains);
    }

    double linkSeconds() {
        return linkSeconds;
    }

    double repliesSeconds() {
        return repliesSeconds;
    }

    /// How many replies the silent node left on their way.
    int left() {
        return left.size();
    }

    /// Says how long it took, and whether that was quick enough.
    void tell() {
        boolean inTime = Math.max(linkSeconds, repliesSeconds) < PROMISED.toSeconds();
        rig.expect(
                String.format(
                        Locale.ROOT,
                        "acknowledged by the other node after %.1f s, its %d replies on their way settled after %.1f s",
                        linkSeconds,
                        left(),
                        repliesSeconds),
                inTime);
    }

    private static Set<Long> onTheirWay(Rig rig) {
        Set<Long> ids = new HashSet<>();
        try (Connection connection = rig.source().ledger().open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ON_THEIR_WAY)) {
            while (row.next()) {
                boolean _ = ids.add(row.getLong(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
