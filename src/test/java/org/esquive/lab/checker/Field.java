package org.esquive.lab.checker;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A field of a record. Others may be there and mean nothing to the verdict.
enum Field {
    I,
    T,
    EV,
    LINE,
    SENDER,
    ID,
    TRY,
    SEG,
    SEGS,
    MT,
    SEED,
    LIMIT,
    FORGET_DAYS,
    WINDOW,
    TEXT,
    OK,
    STATUS,
    WHY,
    SEGMENTS,
    FOR,
    WITHHELD,
    STATE,
    F,
    DO,
    CODE,
    JUMP_MS,
    N,
    DECISION,
    RECEIVED,
    ANSWERED,
    SILENCED,
    UNKNOWN;

    private static final Map<String, Field> BY_NAME = new HashMap<>();

    static {
        for (Field field : values()) {
            BY_NAME.put(field.toString(), field);
        }
    }

    static @Nullable Field of(String name) {
        return BY_NAME.get(name);
    }

    /// Where its value is kept; nothing outlives the run that knows it.
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }

    int bit() {
        return 1 << place();
    }

    /// The names of the fields behind some bits.
    static String named(int bits) {
        return Arrays.stream(values())
                .filter(field -> (bits & field.bit()) != 0)
                .map(Field::toString)
                .collect(Collectors.joining(", "));
    }

    static int bits(Field... fields) {
        int bits = 0;
        for (Field field : fields) {
            bits |= field.bit();
        }
        return bits;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
