package org.esquive.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.pdu.Unbind;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.type.SmppProcessingException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.esquive.channel.Listener.Taken;
import org.esquive.channel.SendResult;
import org.esquive.lab.Fixtures;
import org.esquive.message.Receipt;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Our end against the SMSC ends of other people's libraries: bind, text, reply, receipt, unbind.
@Tag("slow")
class PeersTest {
    private static final String RECEIPT =
            "id:A1 sub:001 dlvrd:001 submit date:2611230800 done date:2611230801 stat:DELIVRD err:000 text:Merci";

    @Test
    void jsmpp() throws Exception {
        int port = freePort();
        try (SMPPServerSessionListener server = new SMPPServerSessionListener(port)) {
            BlockingQueue<String> replies = new LinkedBlockingQueue<>();
            CompletableFuture<SMPPServerSession> bound = new CompletableFuture<>();
            Thread _ = Thread.ofVirtual().start(() -> acceptOne(server, replies, bound));
            try (Rig rig = new Rig(Rig.patient(Rig.options(port)), Fixtures.demo(100))) {
                SMPPServerSession session = bound.get(10, TimeUnit.SECONDS);
                CompletableFuture<Void> delivered = deliver(session, new ESMClass(), "slt toi");
                Rig.Handed handed = rig.text();
                assertThat(handed.inbound().text()).isEqualTo("slt toi");
                assertThat(handed.inbound().sender()).isEqualTo(Fixtures.mobile(1));
                assertThat(delivered).isNotDone();
                handed.answer().accept(Taken.COMMITTED);
                delivered.get(10, TimeUnit.SECONDS);
                BlockingQueue<SendResult> result = rig.send(1, "Merci");
                assertThat(Rig.await(replies)).isEqualTo("33639980010 -> 33639980001: Merci");
                assertThat(Rig.await(result)).isEqualTo(new SendResult.Accepted(Optional.of("A1")));
                CompletableFuture<Void> receipt = deliver(session, new ESMClass(4), RECEIPT);
                assertThat(Rig.await(rig.receipts).state()).isEqualTo(Receipt.State.DELIVERED);
                receipt.get(10, TimeUnit.SECONDS);
            }
            isUnbound(bound.get());
        }
    }

    /// The other side notices in its own time.
    private static void isUnbound(SMPPServerSession session) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (session.getSessionState().isBound() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(session.getSessionState().isBound()).isFalse();
    }

    private static void acceptOne(
            SMPPServerSessionListener server, BlockingQueue<String> replies, CompletableFuture<SMPPServerSession> to) {
        try {
            SMPPServerSession session = server.accept();
            session.setMessageReceiverListener(jsmppListener(replies));
            BindRequest bind = session.waitForBind(10_000);
            assertThat(bind.getPassword()).isEqualTo(Rig.PASSWORD);
            bind.accept("jsmpp");
            boolean _ = to.complete(session);
        } catch (Exception failure) {
            boolean _ = to.completeExceptionally(failure);
        }
    }

    /// It has a method for each command of the standard; one is needed.
    private static ServerMessageReceiverListener jsmppListener(BlockingQueue<String> replies) {
        return (ServerMessageReceiverListener) Proxy.newProxyInstance(
                PeersTest.class.getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (_, method, arguments) -> {
                    if (!method.getName().equals("onAcceptSubmitSm")) {
                        return null;
                    }
                    var submit = (org.jsmpp.bean.SubmitSm) arguments[0];
                    replies.add(submit.getSourceAddr() + " -> " + submit.getDestAddress() + ": "
                            + new String(submit.getShortMessage(), StandardCharsets.US_ASCII));
                    return new SubmitSmResult(new MessageId("A1"), new org.jsmpp.bean.OptionalParameter[0]);
                });
    }

    private static CompletableFuture<Void> deliver(SMPPServerSession session, ESMClass esmClass, String words) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread _ = Thread.ofVirtual().start(() -> {
            try {
                session.deliverShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "33639980001",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "33639980010",
                        esmClass,
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        DataCodings.ZERO,
                        words.getBytes(StandardCharsets.US_ASCII));
                boolean _ = done.complete(null);
            } catch (Exception failure) {
                boolean _ = done.completeExceptionally(failure);
            }
        });
        return done;
    }

    @Test
    void cloudhopper() throws Exception {
        Cloudhopper peer = new Cloudhopper();
        SmppServerConfiguration configuration = new SmppServerConfiguration();
        configuration.setPort(freePort());
        configuration.setSystemId("cloudhopper");
        DefaultSmppServer server = new DefaultSmppServer(configuration, peer);
        server.start();
        try (Rig rig = new Rig(Rig.patient(Rig.options(configuration.getPort())), Fixtures.demo(100))) {
            SmppServerSession session = peer.bound.get(10, TimeUnit.SECONDS);
            var delivered = session.sendRequestPdu(deliverSm((byte) 0, "slt toi"), 10_000, false);
            Rig.Handed handed = rig.text();
            assertThat(handed.inbound().text()).isEqualTo("slt toi");
            handed.answer().accept(Taken.COMMITTED);
            assertThat(delivered.await(10_000)).isTrue();
            assertThat(delivered.getResponse().getCommandStatus()).isEqualTo(SmppConstants.STATUS_OK);
            BlockingQueue<SendResult> result = rig.send(1, "Merci");
            assertThat(Rig.await(peer.replies)).isEqualTo("33639980010 -> 33639980001: Merci");
            assertThat(Rig.await(result)).isEqualTo(new SendResult.Accepted(Optional.of("A1")));
            var _ = session.sendRequestPdu(
                    deliverSm(SmppConstants.ESM_CLASS_MT_SMSC_DELIVERY_RECEIPT, RECEIPT), 10_000, false);
            assertThat(Rig.await(rig.receipts).match())
                    .isInstanceOfSatisfying(
                            Receipt.Match.ByProviderId.class,
                            match -> assertThat(match.id()).isEqualTo("A1"));
            assertThat(peer.unbound).isNotDone();
            Thread closing = Thread.ofVirtual().start(rig::close);
            peer.unbound.get(10, TimeUnit.SECONDS);
            assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        } finally {
            server.destroy();
        }
    }

    private static DeliverSm deliverSm(byte esmClass, String words) throws Exception {
        DeliverSm deliver = new DeliverSm();
        deliver.setSourceAddress(new Address((byte) 1, (byte) 1, "33639980001"));
        deliver.setDestAddress(new Address((byte) 1, (byte) 1, "33639980010"));
        deliver.setEsmClass(esmClass);
        deliver.setShortMessage(words.getBytes(StandardCharsets.US_ASCII));
        return deliver;
    }

    /// An SMSC of the other library.
    private static final class Cloudhopper extends DefaultSmppSessionHandler implements SmppServerHandler {
        private final CompletableFuture<SmppServerSession> bound = new CompletableFuture<>();
        private final CompletableFuture<Boolean> unbound = new CompletableFuture<>();
        private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();

        @Override
        public void sessionBindRequested(
                Long id, SmppSessionConfiguration configuration, @SuppressWarnings("rawtypes") BaseBind bind)
                throws SmppProcessingException {
            if (!bind.getPassword().equals(Rig.PASSWORD)) {
                throw new SmppProcessingException(SmppConstants.STATUS_INVPASWD);
            }
        }

        @Override
        public void sessionCreated(Long id, SmppServerSession session, BaseBindResp response) {
            session.serverReady(this);
            boolean _ = bound.complete(session);
        }

        @Override
        public void sessionDestroyed(Long id, SmppServerSession session) {
            session.destroy();
        }

        @Override
        public PduResponse firePduRequestReceived(@SuppressWarnings("rawtypes") PduRequest request) {
            if (request instanceof Unbind) {
                boolean _ = unbound.complete(true);
            }
            if (request instanceof SubmitSm submit) {
                replies.add(submit.getSourceAddress().getAddress() + " -> "
                        + submit.getDestAddress().getAddress() + ": "
                        + new String(submit.getShortMessage(), StandardCharsets.US_ASCII));
                SubmitSmResp response = submit.createResponse();
                response.setMessageId("A1");
                return response;
            }
            return request.createResponse();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
