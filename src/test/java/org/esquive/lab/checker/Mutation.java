package org.esquive.lab.checker;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// One seeded change of a history.
final class Mutation {
    private Mutation() {}

    /// Drops, doubles or swaps, and says which.
    static String apply(List<String> records, RandomGenerator chance) {
        int one = chance.nextInt(records.size());
        int other = chance.nextInt(records.size());
        String what = records.get(one);
        return switch (chance.nextInt(3)) {
            case 0 -> {
                String dropped = records.remove(one);
                yield "without " + dropped;
            }
            case 1 -> {
                records.add(other, what);
                yield "twice " + what;
            }
            default -> {
                Collections.swap(records, one, other);
                yield "swapped " + what + " with " + records.get(one);
            }
        };
    }
}
