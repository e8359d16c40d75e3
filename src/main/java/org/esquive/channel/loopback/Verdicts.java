package org.esquive.channel.loopback;

import java.util.List;
import java.util.Optional;
import org.esquive.message.LineId;
import org.esquive.message.Sender;

/// What the core decided about the texts of a sender, as far as the phone page shows it. A channel does not know;
/// whoever puts the program together does.
public interface Verdicts {

    /// A decision.
    ///
    /// @param n which text of the sender it was about
    /// @param reason the name of the reason, if it was not answered; else empty
    /// @param answer the name of the answer, if it was; else empty
    /// @param state the name of the state of the reply; empty if there is none
    record Verdict(int n, String reason, String answer, String state) {}

    /// What keeps a line from answering.
    ///
    /// @param cause its name
    /// @param until when it ends by itself, in the line's time zone; empty if a keeper must end it
    record Quiet(String cause, String until) {}

    /// What keeps a line from answering now, if something does.
    Optional<Quiet> quiet(LineId line);

    /// The latest decisions about a sender, newest first.
    List<Verdict> of(LineId line, Sender sender);
}
