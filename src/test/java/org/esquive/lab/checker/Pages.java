package org.esquive.lab.checker;

import java.util.function.ObjIntConsumer;

/// What the public page of each line says, beside what the history says.
final class Pages {
    private static final int FIGURES = 4;
    static final int RECEIVED = 0;
    static final int ANSWERED = 1;
    static final int SILENCED = 2;
    static final int UNKNOWN = 3;

    private static final Field[] FIELDS = {Field.RECEIVED, Field.ANSWERED, Field.SILENCED, Field.UNKNOWN};

    private final Column shown = new Column();
    private final Column counted = new Column();
    private final Column pages = new Column();

    void page(Row row) {
        int line = row.small(Field.LINE);
        if (pages.add(line, 1) > 1) {
            throw new Unusable("a second page of one line");
        }
        for (int figure = 0; figure < FIGURES; figure++) {
            shown.set(line * FIGURES + figure, row.small(FIELDS[figure]));
        }
    }

    void count(int line, int figure) {
        int _ = counted.add(line * FIGURES + figure, 1);
    }

    /// Tells of each line how far its page is off, if it is.
    void eachWrong(int lines, ObjIntConsumer<Integer> off) {
        for (int line = 0; line < lines; line++) {
            int sum = 0;
            for (int at = line * FIGURES; at < (line + 1) * FIGURES; at++) {
                sum += Math.abs(shown.get(at) - counted.get(at));
            }
            if (sum > 0) {
                off.accept(line, sum);
            }
        }
    }
}
