package org.esquive.site;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;
import org.esquive.message.PhoneNumber;

/// A contact that a phone takes over: a name and a number, as a vCard 3.0 of
/// [RFC 2426](https://www.rfc-editor.org/rfc/rfc2426), which every phone reads. The name is whatever somebody typed.
///
/// @param name as it will stand among the contacts
/// @param number the line's
record VCard(String name, PhoneNumber number) {
    /// Characters of a name that are kept.
    static final int LONGEST_NAME = 60;

    /// Bytes of a line, without its end; a longer one goes on in the next, behind a space.
    private static final int LONGEST_LINE = 75;

    private static final Set<Byte> INVISIBLE = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR);

    /// What joins the parts of an emoji or of a Persian word.
    private static final String JOINERS = "\u200c\u200d";

    /// A contact under what somebody typed, without what nobody sees; under another name if nothing is left.
    static VCard of(String typed, String otherwise, PhoneNumber number) {
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFC)
                .codePoints()
                .filter(VCard::isSeen)
                .limit(LONGEST_NAME)
                .forEach(name::appendCodePoint);
        String seen = name.toString().strip();
        return new VCard(seen.isEmpty() ? otherwise : seen, number);
    }

    private static boolean isSeen(int point) {
        return JOINERS.indexOf(point) >= 0 || !INVISIBLE.contains((byte) Character.getType(point));
    }

    /// The card as a phone reads it.
    String text() {
        return folded("BEGIN:VCARD")
                + folded("VERSION:3.0")
                + folded("N:;" + escaped(name) + ";;;")
                + folded("FN:" + escaped(name))
                + folded("TEL;TYPE=CELL:" + number.e164())
                + folded("END:VCARD");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
    }

    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            String point = Character.toString(line.codePointAt(i));
            int more = point.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > LONGEST_LINE) {
                folded.append("\r\n ");
                bytes = 1;
            }
            folded.append(point);
            bytes += more;
        }
        return folded.append("\r\n").toString();
    }
}
