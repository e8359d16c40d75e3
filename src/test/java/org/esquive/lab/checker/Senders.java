package org.esquive.lab.checker;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// The senders of each line, each with one account from one forgetting to the next.
final class Senders {
    private static final int TEXTED = 1;
    private static final int SILENT = 2;
    private static final int OVER = 4;

    private final Map<Long, Integer> pairs = new HashMap<>();
    private final Column accounts = new Column();
    private final Column lines = new Column();
    private final Column flags = new Column();
    private long[] lastMs = new long[1_024];
    private int size;

    private final Column repliesOf = new Column();
    private final Column countsOf = new Column();
    private final Column highest = new Column();
    private final Map<Integer, BitSet> many = new HashMap<>();
    private int accountsOpened;

    /// The number of a sender of a line.
    int pair(int line, int sender) {
        return pairs.computeIfAbsent(((long) line << 32) | sender, _ -> open(line));
    }

    private int open(int line) {
        accounts.set(size, accountsOpened++);
        lines.set(size, line);
        return size++;
    }

    int line(int pair) {
        return lines.get(pair);
    }

    int accountsOpened() {
        return accountsOpened;
    }

    /// A text of theirs: after a long silence they are somebody new.
    void texts(int pair, long ms, long memoryMs) {
        if (pair >= lastMs.length) {
            lastMs = Arrays.copyOf(lastMs, pair + (pair >> 1) + 1);
        }
        if (hasTexted(pair) && ms - lastMs[pair] > memoryMs) {
            accounts.set(pair, accountsOpened++);
        }
        lastMs[pair] = ms;
        flags.mark(pair, TEXTED);
    }

    boolean hasTexted(int pair) {
        return flags.has(pair, TEXTED);
    }

    int account(int pair) {
        return accounts.get(pair);
    }

    /// They were told that nothing more will come, or want to hear again.
    void silence(int pair, boolean silent) {
        flags.set(pair, silent ? flags.get(pair) | SILENT : flags.get(pair) & ~SILENT);
    }

    boolean isSilent(int pair) {
        return flags.has(pair, SILENT);
    }

    /// A reply reached them.
    ///
    /// @return whether it is the first beyond the limit of this sender
    boolean replied(int pair, int limit) {
        boolean first = repliesOf.add(accounts.get(pair), 1) > limit && !flags.has(pair, OVER);
        if (first) {
            flags.mark(pair, OVER);
        }
        return first;
    }

    /// A text of theirs was counted as their n-th.
    ///
    /// @return whether it is the first to be that
    boolean counted(int account, int n) {
        highest.set(account, Math.max(highest.get(account), n));
        if (n <= Integer.SIZE) {
            boolean isNew = !countsOf.has(account, 1 << (n - 1));
            countsOf.mark(account, 1 << (n - 1));
            return isNew;
        }
        BitSet counts = many.computeIfAbsent(account, _ -> new BitSet());
        boolean isNew = !counts.get(n);
        counts.set(n);
        return isNew;
    }

    /// Whether the counts of an account have no hole up to the highest.
    boolean hasHole(int account) {
        int few = Integer.bitCount(countsOf.get(account));
        BitSet more = many.get(account);
        return few + (more == null ? 0 : more.cardinality()) != highest.get(account);
    }
}
