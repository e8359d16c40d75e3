package org.esquive.alert;

import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;

/// Sends a text from a line's own number, beside what the line owes to its senders.
@FunctionalInterface
public interface Texting {

    /// Sends a text, once. Blocks until the outcome is as known as it will get. A text of which nobody knows
    /// whether it arrived counts as told: it may have cost money.
    Telling send(LineId line, PhoneNumber to, String words) throws InterruptedException;
}
