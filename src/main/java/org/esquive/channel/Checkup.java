package org.esquive.channel;

/// What came of trying a channel without opening it, for somebody at a terminal. No number, text or secret is in
/// it.
public sealed interface Checkup {
    /// One sentence.
    String sentence();

    /// It works.
    ///
    /// @param sentence what was seen
    record Well(String sentence) implements Checkup {}

    /// It does not work.
    ///
    /// @param sentence what is wrong and what to do
    record Trouble(String sentence) implements Checkup {}

    /// There was nothing to try.
    ///
    /// @param sentence why
    record Untried(String sentence) implements Checkup {}
}
