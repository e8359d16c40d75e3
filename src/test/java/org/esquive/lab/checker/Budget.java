package org.esquive.lab.checker;

/// The segments that the lines were charged, beside those that went out or may have.
final class Budget {
    private long charged;
    private long owed;
    private final Column counters = new Column();

    void counter(Row row) {
        if (counters.add(row.small(Field.LINE), 1) > 1) {
            throw new Unusable("a second budget of one line");
        }
        charged += row.small(Field.SEGMENTS);
    }

    void owe(int segments) {
        owed += segments;
    }

    long mismatch() {
        return Math.abs(charged - owed);
    }
}
