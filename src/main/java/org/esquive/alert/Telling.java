package org.esquive.alert;

/// What became of telling a notice.
public sealed interface Telling {

    /// The other side took it.
    record Told() implements Telling {}

    /// It did not, as far as we know.
    ///
    /// @param cause one sentence: what is wrong and what to do; without number, text, or secret
    /// @param retryable whether it may be better in a minute; if not, a keeper has to do something first
    record Failed(String cause, boolean retryable) implements Telling {}
}
