package org.esquive.channel.smpp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.esquive.channel.smpp.NotBound.Why;
import org.esquive.channel.smpp.SmppOptions.Peer;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.esquive.channel.smpp.pdu.Status;

/// What is wrong with a link, in one sentence for the keeper, and what to do. It repeats what the settings say, and
/// nothing that the other side says.
final class Diagnosis {
    private static final int HTTP = 0x48545450;
    private static final int SSH = 0x5353482d;
    private static final int AMQP = 0x414d5150;
    private static final int TLS_ALERT = 0x15;
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int FIRST_BYTE = 24;

    private Diagnosis() {}

    /// No connection came about.
    static NotBound ofConnecting(IOException failure, Peer peer) {
        return trouble(
                switch (failure) {
                    case UnknownHostException _ ->
                        "The name " + peer.host() + " is unknown: check the option host, and this machine's DNS.";
                    case SocketTimeoutException _ ->
                        peer + " does not answer: check host and port, and ask the carrier whether it lets this"
                                + " machine's address in.";
                    case NoRouteToHostException _ ->
                        "There is no way to " + peer + ": check this machine's network, or its VPN to the carrier.";
                    case ConnectException _ ->
                        peer + " refuses connections: check host and port; nothing listens there, or a firewall"
                                + " turns this machine away.";
                    default -> "No connection to " + peer + " came about: " + name(failure) + ".";
                });
    }

    /// The connection is there, and its TLS is not.
    static NotBound ofShakingHands(IOException failure, Peer peer) {
        if (failure instanceof SocketTimeoutException) {
            return trouble(peer + " takes the connection and does not answer TLS: it may expect none there; ask the"
                    + " carrier for its TLS port, or set tls: off.");
        }
        return trouble(certificate(failure)
                .map(wrong -> certificateSentence(wrong, peer))
                .orElseGet(() -> failure instanceof SSLException
                        ? "TLS with " + peer + " failed (" + name(failure) + "): it may speak no TLS there, or want"
                                + " a client certificate; ask the carrier for its TLS port and its terms."
                        : closed(peer)));
    }

    /// The connection is there, and the bind got no answer.
    static NotBound ofBinding(IOException failure, Peer peer) {
        return trouble(
                failure instanceof SocketTimeoutException
                        ? peer + " takes the connection and does not answer the bind: it may expect TLS (tls: on),"
                                + " or" + " be no SMSC."
                        : closed(peer));
    }

    /// The bind was answered with something else than an answer to it.
    static NotBound ofAnswer(Read read, Peer peer) {
        return trouble(
                switch (read) {
                    case Read.End _ -> closed(peer);
                    case Read.Fatal fatal ->
                        foreign(fatal.announced())
                                .map(protocol -> peer + " speaks " + protocol)
                                .orElse(peer + " speaks no SMPP: check host and port.");
                    case Read.Malformed _, Read.UnknownCommand _ ->
                        peer + " answers the bind with something that is no SMPP: check host and port.";
                    case Read.Whole _ ->
                        peer + " answers the bind with another request: it is no SMSC, or a broken one.";
                });
    }

    /// The SMSC refuses the bind.
    static NotBound ofRefusal(int status, Peer peer) {
        String said = peer + " refuses the bind (" + Status.name(status) + "): ";
        return switch (status) {
            case Status.ESME_RINVPASWD ->
                credentials(said + "the password is wrong; the next try is in minutes, for carriers lock accounts"
                        + " that insist.");
            case Status.ESME_RINVSYSID ->
                credentials(said + "the system-id is wrong; the next try is in minutes, for carriers lock accounts"
                        + " that insist.");
            case Status.ESME_RBINDFAIL ->
                credentials(said + "system-id, password or system-type are wrong, the kind of bind is not allowed, or"
                        + " this machine's address is not on the carrier's list; ask the carrier.");
            case Status.ESME_RALYBND ->
                new NotBound(
                        Why.ALREADY_BOUND,
                        said + "it is bound already, by another program or by an older session that the carrier"
                                + " has yet to end; lower binds if the contract allows fewer.");
            case Status.ESME_RSYSERR -> trouble(said + "the carrier has trouble of its own; it is tried again.");
            default -> trouble(said + "ask the carrier what it means by that.");
        };
    }

    /// A length in the middle of a session that no PDU has.
    static String ofGarbage(Read.Fatal fatal) {
        return foreign(fatal.announced())
                .map(protocol -> "the carrier's side suddenly spoke " + protocol)
                .orElse("the carrier's side sent bytes that are no SMPP");
    }

    /// A connection that broke in the middle of a session.
    static String ofBreaking(IOException failure) {
        return failure instanceof SocketException || failure instanceof SSLException
                ? "the connection broke"
                : "the connection broke (" + name(failure) + ")";
    }

    private static NotBound trouble(String sentence) {
        return new NotBound(Why.TROUBLE, sentence);
    }

    private static NotBound credentials(String sentence) {
        return new NotBound(Why.CREDENTIALS, sentence);
    }

    private static String closed(Peer peer) {
        return peer + " takes the connection and ends it without an answer: ask the carrier whether this machine's"
                + " address is on its list, and whether it expects TLS.";
    }

    private static Optional<CertificateException> certificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException wrong) {
                return Optional.of(wrong);
            }
        }
        return Optional.empty();
    }

    private static String certificateSentence(CertificateException wrong, Peer peer) {
        if (hasCause(wrong, CertificateExpiredException.class)) {
            return "The certificate of " + peer + " has expired: tell the carrier.";
        }
        return hasCause(wrong, java.security.cert.CertPathBuilderException.class)
                        || hasCause(wrong, java.security.cert.CertPathValidatorException.class)
                ? "The certificate of " + peer + " comes from an authority that this machine does not trust: name"
                        + " the carrier's own in trust-store."
                : "The certificate of " + peer + " does not name this host: use the name it was made for in the"
                        + " option host.";
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> wanted) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (wanted.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> foreign(long announced) {
        int first = (int) announced;
        return switch (first) {
            case HTTP -> Optional.of("HTTP, not SMPP: check the port.");
            case SSH -> Optional.of("SSH, not SMPP: check the port.");
            case AMQP -> Optional.of("AMQP, not SMPP: check the port.");
            default ->
                first >>> FIRST_BYTE == TLS_ALERT || first >>> FIRST_BYTE == TLS_HANDSHAKE
                        ? Optional.of("TLS: set tls: on.")
                        : Optional.empty();
        };
    }

    private static String name(IOException failure) {
        return failure.getClass().getSimpleName();
    }
}
