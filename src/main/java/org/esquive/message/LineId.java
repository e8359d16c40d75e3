package org.esquive.message;

import java.util.regex.Pattern;

/// The short name a keeper gives to a line, such as `paris`. It is the first column of every hot table, so a line
/// is a unit of locking, of money, of retention and of distribution.
///
/// @param value 1 to 32 lower-case letters, digits and dashes, starting with a letter
public record LineId(String value) {
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /// @throws IllegalArgumentException if the name is not such a slug
    public LineId {
        if (!SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected 1 to 32 lower-case letters, digits and dashes, starting with a letter");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
