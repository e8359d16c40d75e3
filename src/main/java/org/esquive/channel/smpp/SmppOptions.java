package org.esquive.channel.smpp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.esquive.channel.Pace;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.TextCoding.Alphabet;
import org.esquive.settings.Secret;

/// The options of an SMPP channel, checked. `docs/channels/smpp.md` explains each.
///
/// @param channel the channel's id, for logs and for the identity of texts
/// @param alphabet what data_coding 0 means on this link, both ways
/// @param longestPdu the longest PDU that is taken, in bytes
record SmppOptions(
        String channel,
        Peer peer,
        Login login,
        Binds binds,
        Alphabet alphabet,
        Sending sending,
        Receiving receiving,
        Timing timing,
        int longestPdu) {

    /// The other side.
    ///
    /// @param tls none if the link is in clear
    record Peer(String host, int port, Optional<Tls> tls) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /// What a bind says.
    ///
    /// @param interfaceVersion 0x34 or 0x50
    record Login(String systemId, Secret password, String systemType, int interfaceVersion) {}

    /// Which binds are kept.
    ///
    /// @param count how many, or how many of each kind if sending and receiving are apart
    record Binds(boolean apart, int count) {

        /// The mode of each.
        List<Pdu.Mode> modes() {
            List<Pdu.Mode> modes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                modes.addAll(apart ? List.of(Pdu.Mode.TRANSMITTER, Pdu.Mode.RECEIVER) : List.of(Pdu.Mode.TRANSCEIVER));
            }
            return modes;
        }
    }

    /// How a text longer than a segment leaves.
    enum LongText {
        /// In segments, each with a user data header.
        UDH,
        /// Whole, in the parameter message_payload; the SMSC cuts it.
        PAYLOAD,
        /// In segments that the `sar_` parameters number.
        SAR
    }

    /// How replies leave.
    ///
    /// @param window most submit_sm without an answer, per bind
    /// @param perSecond submit_sm a second, all binds together
    /// @param receipts whether receipts are asked for
    /// @param finality what refuses for good
    /// @param source type and plan of the line's number
    /// @param destination type and plan of the number a reply goes to
    record Sending(
            int window,
            int perSecond,
            LongText longText,
            boolean receipts,
            Verdicts.Finality finality,
            Kind source,
            Kind destination) {}

    /// Type of number and numbering plan (SMPP 3.4, 5.2.5 and 5.2.6).
    record Kind(int ton, int npi) {}

    /// How texts and receipts are read.
    ///
    /// @param busyStatus what a carrier hears that is to deliver again later
    /// @param receiptsInText whether words that read like a receipt are one, although nothing says so
    /// @param exactReceiptIds whether the ids of receipts are written as those of the answers
    record Receiving(int busyStatus, boolean receiptsInText, boolean exactReceiptIds) {}

    /// How long things take.
    ///
    /// @param enquireLink the silence after which the other side is asked whether it is there
    /// @param enquireAnswer how long it may take to say so
    /// @param answer how long a submit_sm may be without an answer
    /// @param connect the longest a connection, its TLS and its bind may take, each
    /// @param retry the wait before the first new try of a bind; it doubles up to a minute
    /// @param tick how often deadlines are looked at
    record Timing(
            Duration enquireLink,
            Duration enquireAnswer,
            Duration answer,
            Duration connect,
            Duration retry,
            Duration tick) {}

    /// How fast the channel may be asked to send.
    Pace pace() {
        int inFlight = Math.min(MOST_IN_FLIGHT, sending.window() * binds.count());
        return new Pace(sending.perSecond() * SECONDS_PER_MINUTE, inFlight);
    }

    private static final int MOST_IN_FLIGHT = 10_000;
    private static final int SECONDS_PER_MINUTE = 60;
}
