package org.esquive.settings;

/// Something in a settings document that must be put right before the document is taken.
///
/// @param field where, as a path: `lines[0].number`
/// @param found what stands there, in words: never a secret, never a whole number; empty where `expected` says it all
/// @param expected what should stand there, with an example
public record Problem(String field, String found, String expected) {

    /// The problem in one sentence.
    public String sentence() {
        return found.isEmpty() ? field + ": " + expected : field + ": found " + found + ", expected " + expected;
    }
}
