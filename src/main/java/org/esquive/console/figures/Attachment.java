package org.esquive.console.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A file that leaves by the browser, written while it is read.
enum Attachment {
    CSV("text/csv"),
    JSON("application/json");

    private final String type;

    Attachment(String type) {
        this.type = type;
    }

    /// The form that an address asks for.
    static Attachment of(String word) {
        return word.equals("json") ? JSON : CSV;
    }

    /// The word for it, which is also how its name ends.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Begins the answer.
    ///
    /// @param name of the file without its end: letters, digits and dashes
    Writer open(String name, HttpServletResponse response) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + word() + "\"");
        response.setHeader("Cache-Control", "no-store");
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }
}
