package org.esquive.lab.smsc;

/// Phone numbers, each with a small number of its own. Filled once, then read by any thread.
final class Numbers {
    private final long[] keys;
    private final int[] places;
    private int size;

    /// @param most how many numbers at most
    Numbers(int most) {
        int room = Integer.highestOneBit(Math.max(8, most)) * 4;
        keys = new long[room];
        places = new int[room];
    }

    int size() {
        return size;
    }

    /// Adds a number that is not 0, if it is new.
    int add(long number) {
        int slot = slot(number);
        if (keys[slot] == 0) {
            keys[slot] = number;
            places[slot] = size++;
        }
        return places[slot];
    }

    /// The place of a number, or -1.
    int of(long number) {
        int slot = slot(number);
        return keys[slot] == 0 || number == 0 ? -1 : places[slot];
    }

    private int slot(long number) {
        int slot = (int) ((number * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != number) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
