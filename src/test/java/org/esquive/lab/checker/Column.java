package org.esquive.lab.checker;

import java.util.Arrays;

/// A growing array of numbers that reads as zero where nothing was written.
final class Column {
    private int[] values = new int[1_024];

    int get(int at) {
        return at < values.length ? values[at] : 0;
    }

    void set(int at, int value) {
        if (at >= values.length) {
            values = Arrays.copyOf(values, Math.max(at + 1, values.length + (values.length >> 1)));
        }
        values[at] = value;
    }

    int add(int at, int more) {
        int sum = get(at) + more;
        set(at, sum);
        return sum;
    }

    boolean has(int at, int bits) {
        return (get(at) & bits) == bits;
    }

    void mark(int at, int bits) {
        set(at, get(at) | bits);
    }
}
