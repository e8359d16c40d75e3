package org.esquive.settings;

/// Something in a settings document that is allowed, and that the keeper should know.
///
/// @param field where, as a path: `lines[0].delay`
/// @param note what follows from it and what to do about it, in one sentence; never a secret, never a whole
/// number
public record Warning(String field, String note) {

    /// The warning in one sentence.
    public String sentence() {
        return field + ": " + note;
    }
}
