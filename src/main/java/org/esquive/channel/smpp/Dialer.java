package org.esquive.channel.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Consumer;
import org.esquive.channel.smpp.SmppOptions.Login;
import org.esquive.channel.smpp.SmppOptions.Peer;
import org.esquive.channel.smpp.pdu.Address;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.PduReader;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.esquive.channel.smpp.pdu.PduWriter;
import org.esquive.channel.smpp.pdu.Status;

/// Connects to the carrier and binds.
final class Dialer {
    private final SmppOptions options;
    private final Peer peer;

    Dialer(SmppOptions options) {
        this.options = options;
        this.peer = options.peer();
    }

    /// Connects and binds; blocks for as long as the peer takes, within the deadlines.
    ///
    /// @param opened is told the connection as soon as there is one, so that it can be ended from outside
    /// @throws NotBound with a sentence for the keeper
    Bound dial(Pdu.Mode mode, Consumer<Socket> opened) throws NotBound {
        Socket raw = connect(opened);
        try {
            Socket socket = secure(raw);
            return bind(raw, socket, mode);
        } catch (NotBound failure) {
            Bound.hangUp(raw);
            throw failure;
        }
    }

    private Socket connect(Consumer<Socket> opened) throws NotBound {
        try {
            IOException last = new java.net.UnknownHostException();
            for (InetAddress address : InetAddress.getAllByName(peer.host())) {
                Socket socket = new Socket();
                opened.accept(socket);
                try {
                    socket.setTcpNoDelay(true);
                    socket.setSoTimeout(deadline());
                    socket.connect(new InetSocketAddress(address, peer.port()), deadline());
                    return socket;
                } catch (IOException failure) {
                    Bound.hangUp(socket);
                    last = failure;
                }
            }
            throw last;
        } catch (IOException failure) {
            throw Diagnosis.ofConnecting(failure, peer);
        }
    }

    private Socket secure(Socket raw) throws NotBound {
        if (peer.tls().isEmpty()) {
            return raw;
        }
        try {
            return peer.tls().get().over(raw, peer.host(), peer.port());
        } catch (IOException failure) {
            throw Diagnosis.ofShakingHands(failure, peer);
        }
    }

    private Bound bind(Socket raw, Socket socket, Pdu.Mode mode) throws NotBound {
        Read answer;
        Bound bound;
        try {
            PduReader in = new PduReader(socket.getInputStream(), options.longestPdu());
            PduWriter writer = new PduWriter();
            writer.add(request(mode));
            writer.writeTo(socket.getOutputStream());
            answer = in.next();
            bound = new Bound(raw, in, socket.getOutputStream(), mode, smscId(answer));
            raw.setSoTimeout(0);
        } catch (IOException failure) {
            throw Diagnosis.ofBinding(failure, peer);
        }
        int status = status(answer);
        if (status != Status.ESME_ROK) {
            throw Diagnosis.ofRefusal(status, peer);
        }
        return bound;
    }

    private Pdu request(Pdu.Mode mode) {
        Login login = options.login();
        return new Pdu.Bind(
                mode,
                Bound.BIND_SEQUENCE,
                login.systemId(),
                login.password().reveal(),
                login.systemType(),
                login.interfaceVersion(),
                Address.NONE);
    }

    /// What the peer says to the bind.
    private int status(Read answer) throws NotBound {
        return switch (answer) {
            case Read.Whole(Pdu.BindResponse response) -> response.status();
            case Read.Whole(Pdu.GenericNack nack) when nack.status() != Status.ESME_ROK -> nack.status();
            default -> throw Diagnosis.ofAnswer(answer, peer);
        };
    }

    private static String smscId(Read answer) {
        return answer instanceof Read.Whole(Pdu.BindResponse response) ? response.systemId() : "";
    }

    private int deadline() {
        return (int) options.timing().connect().toMillis();
    }
}
