package org.esquive.channel.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.esquive.channel.smpp.pdu.Address;
import org.esquive.channel.smpp.pdu.Envelope;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.PduReader;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.esquive.channel.smpp.pdu.PduWriter;
import org.esquive.channel.smpp.pdu.Status;
import org.esquive.channel.smpp.pdu.Tlvs;

/// An SMSC on loopback that does nothing of its own: a test says each PDU, and waits for each.
final class ScriptedSmsc implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ServerSocket server;
    private final BlockingQueue<Socket> calls = new LinkedBlockingQueue<>();
    private final List<Socket> open = new ArrayList<>();

    ScriptedSmsc() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    ScriptedSmsc(ServerSocket server) {
        this.server = server;
        Thread _ = Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /// The next connection.
    Call call() throws IOException, InterruptedException {
        Socket socket = calls.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (socket == null) {
            throw new AssertionError("nobody connected");
        }
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return new Call(socket);
    }

    /// Whether nobody is connecting, now.
    boolean isLeftAlone() {
        return calls.isEmpty();
    }

    /// The next connection, its bind accepted, and its session begun.
    Call bound() throws IOException, InterruptedException {
        Call call = call();
        Pdu.Mode _ = call.acceptBind();
        return call;
    }

    /// A text to the line of the tests.
    static Pdu.Message text(int sequence, String from, String words) {
        return text(sequence, from, "33639980010", words);
    }

    static Pdu.Message text(int sequence, String from, String to, String words) {
        Envelope envelope = Envelope.of(new Address(1, 1, from), new Address(1, 1, to), 0, 1, 0);
        byte[] bytes = words.getBytes(StandardCharsets.US_ASCII);
        return new Pdu.Message(Pdu.Carrier.DELIVER_SM, sequence, envelope, bytes, Tlvs.NONE);
    }

    @Override
    public void close() throws IOException {
        hangUp();
    }

    /// Ends every connection and takes no more.
    void hangUp() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        for (Socket socket : calls) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                calls.add(server.accept());
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /// One connection.
    final class Call {
        private final Socket socket;
        private final PduReader in;

        Call(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new PduReader(socket.getInputStream(), 65_536);
            open.add(socket);
        }

        /// Says something, in one write.
        void say(Pdu... pdus) throws IOException {
            PduWriter writer = new PduWriter();
            for (Pdu pdu : pdus) {
                writer.add(pdu);
            }
            writer.writeTo(socket.getOutputStream());
        }

        /// Says bytes.
        void bytes(byte... bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /// Accepts the bind that comes next, and waits until the other side has noticed.
        Pdu.Mode acceptBind() throws IOException {
            Pdu.Bind bind = expect(Pdu.Bind.class);
            say(new Pdu.BindResponse(bind.mode(), Status.ESME_ROK, bind.sequence(), "SCRIPT", Tlvs.NONE));
            say(new Pdu.EnquireLink(0x7000_0000));
            Pdu.EnquireLinkResponse _ = await(Pdu.EnquireLinkResponse.class);
            return bind.mode();
        }

        /// Says yes to a submit_sm.
        void accept(Pdu.Message submit, String id) throws IOException {
            answer(submit, Status.ESME_ROK, id);
        }

        void answer(Pdu.Message submit, int status, String id) throws IOException {
            say(new Pdu.MessageResponse(Pdu.Carrier.SUBMIT_SM, status, submit.sequence(), id, Tlvs.NONE));
        }

        /// The next PDU but for questions whether anybody is there, which are answered.
        private Read next(boolean questions) throws IOException {
            Read read = in.next();
            while (!questions && read instanceof Read.Whole(Pdu.EnquireLink question)) {
                say(new Pdu.EnquireLinkResponse(Status.ESME_ROK, question.sequence()));
                read = in.next();
            }
            return read;
        }

        /// The next PDU, of that kind.
        <T extends Pdu> T expect(Class<T> kind) throws IOException {
            if (next(kind == Pdu.EnquireLink.class) instanceof Read.Whole(Pdu pdu) && kind.isInstance(pdu)) {
                return kind.cast(pdu);
            }
            throw new AssertionError("expected a " + kind.getSimpleName());
        }

        Pdu.Message submit() throws IOException {
            return expect(Pdu.Message.class);
        }

        /// The next of that kind, whatever comes before.
        <T extends Pdu> T await(Class<T> kind) throws IOException {
            while (true) {
                Read read = in.next();
                if (read instanceof Read.Whole(Pdu pdu) && kind.isInstance(pdu)) {
                    return kind.cast(pdu);
                }
                if (!(read instanceof Read.Whole)) {
                    throw new AssertionError("expected a " + kind.getSimpleName() + ", got " + read);
                }
            }
        }

        /// Waits for the other side to end the connection.
        void awaitEnd() throws IOException {
            Read read = in.next();
            while (!(read instanceof Read.End)) {
                read = in.next();
            }
        }

        /// Whether nothing was said, judged by an enquire_link that is answered at once.
        boolean isSilentBefore(int sequence) throws IOException {
            say(new Pdu.EnquireLink(sequence));
            return next(false) instanceof Read.Whole(Pdu.EnquireLinkResponse response)
                    && response.sequence() == sequence;
        }

        /// Breaks the connection.
        void drop() throws IOException {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        }
    }
}
