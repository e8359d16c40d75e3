package org.esquive.lab.checker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gives each distinct name a small number, in the order of first use, in about 25 bytes a name of ten letters:
/// millions of ids fit where a map of strings would not.
final class Names {
    private static final int CHUNK = 1 << 20;
    private static final int LONGEST = 4_096;

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK;
    private long[] places = new long[1_024];
    private int[] table = new int[4_096];
    private int size;
    private final byte[] word = new byte[LONGEST];

    int size() {
        return size;
    }

    /// The number of a name; a new name gets the next one. Characters beyond U+00FF are told apart too.
    int of(char[] letters, int from, int length) {
        int bytes = spell(letters, from, length);
        int slot = hash(bytes) & (table.length - 1);
        while (table[slot] != 0) {
            if (isWord(table[slot] - 1, bytes)) {
                return table[slot] - 1;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = size + 1;
        return add(bytes);
    }

    String name(int number) {
        long place = places[number];
        byte[] chunk = chunks.get((int) (place / CHUNK));
        int at = (int) (place % CHUNK);
        return new String(chunk, at + 2, length(chunk, at), StandardCharsets.UTF_8);
    }

    private int spell(char[] letters, int from, int length) {
        int bytes = 0;
        if (length > LONGEST / 3) {
            throw new Unusable("a name of " + length + " characters");
        }
        for (int i = from; i < from + length; i++) {
            char letter = letters[i];
            if (letter >= 0x80) {
                byte[] whole = new String(letters, from, length).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(whole, 0, word, 0, whole.length);
                return whole.length;
            }
            word[bytes++] = (byte) letter;
        }
        return bytes;
    }

    private int hash(int bytes) {
        int hash = 0;
        for (int i = 0; i < bytes; i++) {
            hash = hash * 31 + word[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    private boolean isWord(int number, int bytes) {
        byte[] chunk = chunks.get((int) (places[number] / CHUNK));
        int at = (int) (places[number] % CHUNK);
        return length(chunk, at) == bytes && Arrays.equals(chunk, at + 2, at + 2 + bytes, word, 0, bytes);
    }

    private static int length(byte[] chunk, int at) {
        return ((chunk[at] & 0xff) << 8) | (chunk[at + 1] & 0xff);
    }

    private int add(int bytes) {
        if (used + bytes + 2 > CHUNK) {
            chunks.add(new byte[CHUNK]);
            used = 0;
        }
        byte[] chunk = chunks.getLast();
        chunk[used] = (byte) (bytes >> 8);
        chunk[used + 1] = (byte) bytes;
        System.arraycopy(word, 0, chunk, used + 2, bytes);
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
        }
        places[size++] = (chunks.size() - 1L) * CHUNK + used;
        used += bytes + 2;
        if (size > table.length / 2) {
            spread();
        }
        return size - 1;
    }

    private void spread() {
        table = new int[table.length * 2];
        for (int number = 0; number < size; number++) {
            byte[] chunk = chunks.get((int) (places[number] / CHUNK));
            int at = (int) (places[number] % CHUNK);
            int bytes = length(chunk, at);
            System.arraycopy(chunk, at + 2, word, 0, bytes);
            int slot = hash(bytes) & (table.length - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = number + 1;
        }
    }
}
