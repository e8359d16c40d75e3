package org.esquive.channel.loopback;

import java.util.List;

/// What the phone page shows of one imagined phone.
///
/// @param bubbles the texts on its screen, oldest first
/// @param verdicts what the core decided about those it sent, newest first
/// @param story what happens to the line, beside this phone
public record PhoneThread(List<Shown> bubbles, List<Explained> verdicts, Story story) {

    /// What happens to the line.
    ///
    /// @param flooding whether imagined people flood it
    /// @param quiet whether it does not answer
    /// @param sentence what happens, in words; empty if nothing does
    public record Story(boolean flooding, boolean quiet, String sentence) {}

    /// A text on the screen.
    ///
    /// @param direction `WRITTEN` by the person or `RECEIVED`
    /// @param tick what became of it, in words; empty if there is nothing to say yet
    public record Shown(long id, String direction, String text, String state, String tick) {}

    /// A decision in words.
    ///
    /// @param n which text of the sender
    /// @param silence whether it was not answered
    /// @param title what was decided
    /// @param why the reason, or what was answered
    /// @param state where the reply stands; empty if there is none
    public record Explained(int n, boolean silence, String title, String why, String state) {}
}
