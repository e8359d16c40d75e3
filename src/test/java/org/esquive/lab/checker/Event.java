package org.esquive.lab.checker;

import static org.esquive.lab.checker.Field.*;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What a record of the history may be, and the fields that it must have. A history is JSON Lines, appended by
/// one writer: an act of the network is written before its bytes leave, an observation as soon as it is read.
enum Event {
    RUN_START("run.start", SEED, LIMIT, FORGET_DAYS, WINDOW),
    IN_SEND("in.send", LINE, SENDER, ID, TRY, SEG, SEGS),
    IN_ACK("in.ack", LINE, SENDER, ID, TRY, SEG, SEGS, OK),
    IN_LOST("in.lost", LINE, SENDER, ID, TRY, SEG, SEGS, WHY),
    OUT_RECV("out.recv", LINE, SENDER, MT, SEGMENTS),
    OUT_RESP("out.resp", MT),
    RECEIPT("receipt", MT, STATE),
    FAULT("fault", F, DO),
    PROC("proc", DO),
    CLOCK("clock", JUMP_MS),
    FINAL_IN("final.in", LINE, SENDER, ID, N, DECISION),
    FINAL_OUT("final.out", LINE, SENDER, ID, STATE, SEGMENTS),
    FINAL_PAGE("final.page", LINE, RECEIVED, ANSWERED, SILENCED, UNKNOWN),
    FINAL_BUDGET("final.budget", LINE, SEGMENTS),
    RUN_END("run.end");

    private static final Map<String, Event> BY_NAME = new HashMap<>();

    static {
        for (Event event : values()) {
            BY_NAME.put(event.name, event);
        }
    }

    private final String name;
    private final int needed;

    Event(String name, Field... needed) {
        this.name = name;
        this.needed = Arrays.stream(needed).mapToInt(Field::bit).reduce(Field.bits(I, T, EV), (a, b) -> a | b);
    }

    static Event of(String name) {
        Event event = BY_NAME.get(name);
        if (event == null) {
            throw new Unusable("an event called " + name);
        }
        return event;
    }

    /// The fields it must have, as bits of [Field#bit()].
    int needed() {
        return needed;
    }

    @Override
    public String toString() {
        return name;
    }
}
