package org.esquive.lab.checker;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the records of one history, from its files one after the other, without keeping any.
final class Records {
    private static final JsonFactory JSON = new JsonFactory();

    /// The longest wish that may be a keyword.
    private static final int LONGEST_WISH = 24;

    private final List<Path> files;
    private final Known known;

    Records(List<Path> files, Known known) {
        this.files = files;
        this.known = known;
    }

    /// Hands over each record in turn.
    ///
    /// @throws Unusable if the history is torn, or not one
    void each(Consumer<Row> judge) throws IOException {
        Row row = new Row();
        long next = 0;
        try (InputStream in = open();
                JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            while (json.nextToken() != null) {
                read(json, row);
                if (row.number(Field.I) != next) {
                    throw new Unusable("record " + row.number(Field.I) + " where " + next + " was to be");
                }
                judge.accept(row);
                next++;
            }
        } catch (JacksonException torn) {
            throw new Unusable("no JSON after record " + (next - 1) + " (torn?)");
        } catch (Unusable unusable) {
            throw new Unusable("record " + next + ": " + unusable.getMessage());
        }
    }

    private InputStream open() throws IOException {
        List<InputStream> parts = new ArrayList<>();
        for (Path file : files) {
            parts.add(Files.newInputStream(file));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private void read(JsonParser json, Row row) {
        row.clear();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new Unusable("a record that is no object");
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            Field field = Field.of(name);
            if (field == null || value == JsonToken.VALUE_NULL) {
                json.skipChildren();
            } else {
                take(json, row, field);
            }
        }
        row.mustBeWhole();
    }

    private void take(JsonParser json, Row row, Field field) {
        switch (field) {
            case EV -> row.event(Event.of(word(json, field)));
            case ID, FOR -> row.put(field, name(json, field, known.ids()));
            case LINE -> row.put(field, name(json, field, known.lines()));
            case SENDER -> row.put(field, name(json, field, known.senders()));
            case MT -> row.put(field, name(json, field, known.mts()));
            case WHY, STATE, F, DO, DECISION -> row.put(field, word(json, field));
            case TEXT -> row.wish = wish(json);
            case STATUS -> status(json, row);
            case OK, WITHHELD -> row.put(field, truth(json, field) ? 1 : 0);
            case I, T, TRY, SEG, SEGS, SEED, LIMIT, FORGET_DAYS, WINDOW, SEGMENTS -> number(json, row, field);
            case JUMP_MS, CODE, N, RECEIVED, ANSWERED, SILENCED, UNKNOWN -> number(json, row, field);
        }
    }

    private static void number(JsonParser json, Row row, Field field) {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new Unusable(field + " that is no whole number");
        }
        row.put(field, json.getLongValue());
    }

    /// A channel that speaks no SMPP may say it in words, which mean nothing here.
    private static void status(JsonParser json, Row row) {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            row.put(Field.STATUS, json.getLongValue());
        }
    }

    private static boolean truth(JsonParser json, Field field) {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> throw new Unusable(field + " that is neither true nor false");
        };
    }

    private static String word(JsonParser json, Field field) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new Unusable(field + " that is no word");
        }
        return json.getString();
    }

    private static int name(JsonParser json, Field field, Names names) {
        if (!json.currentToken().isScalarValue()) {
            throw new Unusable(field + " that is no name");
        }
        return names.of(json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    }

    private static String wish(JsonParser json) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new Unusable("a text that is no string");
        }
        char[] letters = json.getStringCharacters();
        int end = json.getStringOffset() + json.getStringLength();
        int at = json.getStringOffset();
        while (at < end && letters[at] != ' ') {
            at++;
        }
        boolean isLong = end - at > LONGEST_WISH || at == end;
        return isLong ? "" : new String(letters, at, end - at).strip().toUpperCase(Locale.ROOT);
    }
}
