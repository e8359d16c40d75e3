package org.esquive.channel.loopback;

import java.util.List;

/// What the phone page shows of one imagined phone.
///
/// @param bubbles the texts on its screen, oldest first
/// @param verdicts what the core decided about those it sent, newest first
public record PhoneThread(List<Shown> bubbles, List<Explained> verdicts) {

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
