package org.esquive.console.figures;

import java.io.IOException;
import java.io.Writer;

/// Writes rows of comma-separated values as [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) has them, safe
/// to open in a spreadsheet: a cell that begins like a formula gets an apostrophe in front, which shows it as
/// what it is ([OWASP, CSV injection](https://owasp.org/www-community/attacks/CSV_Injection), read November
/// 2026). Numbers of ours are written as they are.
///
/// The file begins with the mark of UTF-8, without which spreadsheets take it for something else.
final class Csv {
    private static final char MARK = '\ufeff';
    private static final String END = "\r\n";

    /// What a formula begins with, also in the wide form of East Asian keyboards.
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final Writer out;

    Csv(Writer out) throws IOException {
        this.out = out;
        out.write(MARK);
    }

    /// Writes a row.
    ///
    /// @param cells texts and numbers
    void row(Iterable<?> cells) throws IOException {
        String between = "";
        for (Object cell : cells) {
            out.write(between);
            out.write(cell instanceof Number number ? number.toString() : safe(cell.toString()));
            between = ",";
        }
        out.write(END);
    }

    /// A cell that is a text, quoted if it has to be.
    static String safe(String text) {
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = harmless.chars()
                .noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n' || c == ';' || c == '\t');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
