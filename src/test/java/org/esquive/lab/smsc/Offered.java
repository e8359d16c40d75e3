package org.esquive.lab.smsc;

/// A text that the network has for a line, until it is acknowledged.
///
/// @param id unique in the run, and the first word of the text
/// @param line its number, with `+`
/// @param sender their number, with `+`
/// @param text what it says, in the letters that ASCII and GSM 03.38 have in common
public record Offered(String id, String line, String sender, String text) {
    /// The fields of the history that say which delivery it is.
    String leg(int tried) {
        return who() + ",\"id\":" + History.quoted(id) + ",\"try\":" + tried + ",\"seg\":1,\"segs\":1";
    }

    private String who() {
        return "\"line\":\"" + line + "\",\"sender\":\"" + sender + "\"";
    }
}
