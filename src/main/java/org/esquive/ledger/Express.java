package org.esquive.ledger;

import java.util.List;
import org.esquive.message.LineId;

/// The short way out for a reply that is due at once: the commit that decides it writes it as SENDING, so that it
/// needs no claim, and it leaves as soon as that commit is durable.
public interface Express {
    /// No short way: every reply waits until it is claimed.
    Express NONE = new Express() {
        @Override
        public boolean take(LineId line) {
            return false;
        }

        @Override
        public void giveBack(LineId line, int unused) {}

        @Override
        public void send(List<Owed> leaving) {}
    };

    /// Takes leave for one reply of a line, if its channel has room for it now, and plenty if others wait before
    /// it.
    boolean take(LineId line);

    /// Returns leave, because the commit that was to use it failed.
    void giveBack(LineId line, int unused);

    /// Sends replies whose commit is durable, each under a leave that was taken. Returns at once.
    void send(List<Owed> leaving);
}
