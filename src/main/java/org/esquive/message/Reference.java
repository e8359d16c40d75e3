package org.esquive.message;

import java.util.Optional;
import java.util.regex.Pattern;

/// An [Outbound#reference()], read back from a receipt.
///
/// @param line the line the reply left from
/// @param id the reply's id in the ledger
public record Reference(LineId line, long id) {
    private static final int RADIX = 36;
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]{0,31})-([0-9a-z]{1,13})");

    /// The reference that a text is, if it is one of ours: exactly as [Outbound#reference()] writes it.
    public static Optional<Reference> parse(String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            var reference = new Reference(new LineId(found.group(1)), Long.parseLong(found.group(2), RADIX));
            return reference.toString().equals(text) ? Optional.of(reference) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /// As [Outbound#reference()] writes it.
    @Override
    public String toString() {
        return line + "-" + Long.toString(id, RADIX);
    }
}
