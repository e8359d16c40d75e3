package org.esquive.lab.checker;

/// What was done to the product, and how many replies may be unknown for it: a window at each kill, each link lost and
/// each time a node lost its database.
final class Faults {
    private int window;
    private int kills;
    private int deaths;
    private int losses;

    void window(int replies) {
        window = replies;
    }

    /// Kills and power cuts take the process, F7 takes a link, F5 the database.
    void fault(Row row) {
        if (!row.word(Field.DO).equals("start")) {
            return;
        }
        switch (row.word(Field.F)) {
            case "F1", "F2", "F17" -> kills++;
            case "F5", "F7" -> losses++;
            default -> {}
        }
    }

    /// A process that did not end of itself was killed, whoever says so.
    void process(Row row) {
        if (row.word(Field.DO).equals("exit") && row.has(Field.CODE) && row.number(Field.CODE) != 0) {
            deaths++;
        }
    }

    long unknownAllowed() {
        return (long) window * (Math.max(kills, deaths) + losses);
    }
}
