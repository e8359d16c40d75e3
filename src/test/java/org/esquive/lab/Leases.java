package org.esquive.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.esquive.ledger.Nodes;

/// Nodes that share a table in memory, by the rules of the real one: a duty has one holder, until it gives the duty up
/// or is gone.
public final class Leases {
    private final Map<String, Member> holders = new HashMap<>();
    private final List<Member> members = new ArrayList<>();

    /// One more node.
    public Member join() {
        Member member = new Member(members.size());
        members.add(member);
        return member;
    }

    /// A node of the table.
    public final class Member implements Nodes {
        private final int number;
        private boolean there = true;
        private Runnable whenDisplaced = () -> {};

        private Member(int number) {
            this.number = number;
        }

        /// It is gone without a word.
        public void die() {
            there = false;
            holders.values().removeIf(this::equals);
        }

        /// Another process has its number now.
        public void displace() {
            whenDisplaced.run();
        }

        @Override
        public void onDisplaced(Runnable action) {
            whenDisplaced = action;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public int count() {
            return (int) members.stream().filter(member -> member.there).count();
        }

        @Override
        public boolean areSeveral() {
            return true;
        }

        @Override
        public boolean holds(String duty) {
            return there && holders.computeIfAbsent(duty, _ -> this).equals(this);
        }

        @Override
        public void giveUp(String duty) {
            boolean _ = holders.remove(duty, this);
        }

        @Override
        public void linkBroke(Instant at) {}

        @Override
        public List<Node> all() {
            return members.stream()
                    .map(member -> new Node(
                            member.number,
                            "machine",
                            "test",
                            Instant.EPOCH,
                            Instant.EPOCH,
                            member.there,
                            member.equals(this),
                            member.duties()))
                    .toList();
        }

        private List<String> duties() {
            return holders.entrySet().stream()
                    .filter(held -> held.getValue().equals(this))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }
}
