package org.esquive.ledger;

import java.time.Instant;
import java.util.List;

/// The processes that share one database, seen from one of them. They are equal; what only one may do at a time it
/// does while it holds the duty. May be used from any thread; nothing here waits for the database.
public interface Nodes {

    /// The one process of a database that is not shared.
    Nodes ALONE = new Nodes() {
        @Override
        public int number() {
            return 0;
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public boolean areSeveral() {
            return false;
        }

        @Override
        public boolean holds(String duty) {
            return true;
        }

        @Override
        public void giveUp(String duty) {}

        @Override
        public void linkBroke(Instant at) {}

        @Override
        public List<Node> all() {
            return List.of();
        }
    };

    /// A node, as keepers see it.
    ///
    /// @param number its number, 0 to 1,023
    /// @param name of its machine
    /// @param version of its program
    /// @param startedAt when it was started
    /// @param seenAt when it was there last
    /// @param isThere whether it is there, as far as is known
    /// @param isThis whether it is the one that is asked
    /// @param duties what it does for all
    record Node(
            int number,
            String name,
            String version,
            Instant startedAt,
            Instant seenAt,
            boolean isThere,
            boolean isThis,
            List<String> duties) {}

    /// The number of this node: different on each node that is there.
    int number();

    /// How many are there now, this one among them.
    int count();

    /// Whether there may be others.
    boolean areSeveral();

    /// Whether this node does now what only one may do. Who asks once strives for it until [#giveUp(String)], and
    /// gets it within seconds once nobody else holds it. It is never held by two; but a node that was stopped for a
    /// while may believe for a moment that it still holds it, so what matters must be safe all the same.
    ///
    /// @param duty its name, such as `chores`
    boolean holds(String duty);

    /// Lets others do it.
    void giveUp(String duty);

    /// Says that a link to the network broke: what was taken over it may come again, at any node.
    void linkBroke(Instant at);

    /// Has something done once another process has the number of this node, after this one was stopped for an hour:
    /// it should end, for what it gives ids to is not its own any more.
    default void onDisplaced(Runnable action) {}

    /// Every node of late; empty where there cannot be others.
    List<Node> all();
}
