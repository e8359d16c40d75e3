package org.esquive.lab.checker;

/// One record, as read. It is filled again for each record, so nobody keeps it; names are numbers of [Known].
final class Row {
    private int seen;
    private final long[] numbers = new long[Field.values().length];
    private Event event = Event.RUN_START;
    /// What follows the first word of the text, if it is short enough to be a keyword.
    String wish = "";
    /// The small words: state, decision, what a fault is and does.
    private final String[] words = new String[Field.values().length];

    void clear() {
        seen = 0;
        wish = "";
    }

    void event(Event read) {
        event = read;
        seen |= Field.EV.bit();
    }

    void put(Field field, long number) {
        numbers[field.place()] = number;
        seen |= field.bit();
    }

    void put(Field field, String word) {
        words[field.place()] = word;
        seen |= field.bit();
    }

    /// @throws Unusable if the event has not all of its fields
    void mustBeWhole() {
        int missing = event.needed() & ~seen;
        if (missing != 0 || (seen & Field.EV.bit()) == 0) {
            throw new Unusable(event + " without " + Field.named(missing));
        }
    }

    Event event() {
        return event;
    }

    boolean has(Field field) {
        return (seen & field.bit()) != 0;
    }

    long number(Field field) {
        return numbers[field.place()];
    }

    int small(Field field) {
        long number = numbers[field.place()];
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new Unusable(event + " with " + field + " " + number);
        }
        return (int) number;
    }

    boolean is(Field field) {
        return has(field) && numbers[field.place()] != 0;
    }

    String word(Field field) {
        return has(field) ? words[field.place()] : "";
    }
}
