package org.esquive.channel.smpp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.PduReader;

/// A connection whose bind was accepted.
///
/// @param raw the connection below TLS: closing it ends everything at once, whoever reads or writes
/// @param smscId what the SMSC calls itself; hostile text
record Bound(Socket raw, PduReader in, OutputStream out, Pdu.Mode mode, String smscId) {
    /// The sequence number of the bind.
    static final int BIND_SEQUENCE = 1;

    /// Ends the connection; safe to call twice and from any thread.
    void hangUp() {
        hangUp(raw);
    }

    /// Ends a connection that may have ended already.
    static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed all the same: that is all that was wanted.
        }
    }
}
