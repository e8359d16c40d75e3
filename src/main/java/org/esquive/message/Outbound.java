package org.esquive.message;

/// A text out that a channel is asked to send, once. The reply leaves from the line that was texted.
///
/// @param id names the reply in the ledger; a provider that honours a reference of ours gets this one
/// @param line the line it leaves from
/// @param from the line's number
/// @param to the number it goes to
/// @param text the words
public record Outbound(long id, LineId line, PhoneNumber from, PhoneNumber to, String text) {

    /// The reference that a channel gives to its network: short, unique, and not a count of anything.
    public String reference() {
        return line + "-" + Long.toString(id, 36);
    }

    @Override
    public String toString() {
        return "Outbound[%s, to=%s]".formatted(reference(), to);
    }
}
