package org.esquive.lab.smsc;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the history of a run, one record after the other, numbered; the format is that of the checker. Records
/// are kept until [#flush()], which is called before the bytes of an act leave.
public final class History implements AutoCloseable {
    private final BufferedWriter out;
    private final long startedAt = System.nanoTime();
    private long next;

    /// @param file where it goes; a file that is there is replaced
    public History(Path file) {
        try {
            out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds a record.
    ///
    /// @param fields the rest of it, as JSON without braces; empty if there is none
    public synchronized void add(String event, String fields) {
        String rest = fields.isEmpty() ? "" : "," + fields;
        write("{\"i\":" + next++ + ",\"t\":" + (System.nanoTime() - startedAt) + ",\"ev\":\"" + event + "\"" + rest
                + "}\n");
    }

    private void write(String record) {
        try {
            out.write(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds a fault of the catalogue as it begins or ends.
    public void fault(String fault, boolean begins, String how) {
        add("fault", "\"f\":\"" + fault + "\",\"do\":\"" + (begins ? "start" : "stop") + "\",\"arg\":" + quoted(how));
        flush();
    }

    /// How many records there are.
    public synchronized long size() {
        return next;
    }

    /// Writes what was added.
    public synchronized void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A text as JSON.
    public static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                json.append('\\').append(letter);
            } else if (letter < ' ' || Character.isSurrogate(letter)) {
                json.append("\\u%04x".formatted((int) letter));
            } else {
                json.append(letter);
            }
        }
        return json.append('"').toString();
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
