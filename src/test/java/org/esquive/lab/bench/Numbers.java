package org.esquive.lab.bench;

/// Who texts whom: the numbers reserved for fiction, +33 6 39 98 00 00 to 99 99. The last of them are lines, all
/// others senders, and each sender may be answered five times by each line.
final class Numbers {
    static final int LINES = 10;
    static final int SENDERS = 9_900;
    static final int ANSWERED = 5 * SENDERS;

    private static final long FIRST = 33639980000L;

    private Numbers() {}

    static long sender(int i) {
        return FIRST + i % SENDERS;
    }

    static long line(int i) {
        return FIRST + SENDERS + i % LINES;
    }

    /// The line of a text, if a phase begins with a line and goes on to the next when every sender was answered five
    /// times.
    static long lineOf(int firstLine, int text) {
        return line(firstLine + text / ANSWERED);
    }
}
