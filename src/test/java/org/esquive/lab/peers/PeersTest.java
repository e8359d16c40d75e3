package org.esquive.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppClient;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.EnquireLink;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.type.SmppInvalidArgumentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.esquive.lab.smsc.Carrier;
import org.esquive.lab.smsc.History;
import org.esquive.lab.smsc.Load;
import org.esquive.lab.smsc.Offered;
import org.esquive.lab.smsc.Script;
import org.esquive.lab.smsc.Smsc;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Three programs of other people as ESMEs of the simulator, so that it and the product do not share one misreading.
@Tag("slow")
class PeersTest {
    private static final String LINE = "+33639980010";
    private static final String SENDER = "+33639980001";
    private static final int TEXTS = 50;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final String HOST = "127.0.0.1";

    @TempDir
    Path folder;

    private final Script script = new Script();
    private History history;
    private Carrier carrier;
    private Smsc smsc;

    @BeforeEach
    void listen() {
        history = new History(folder.resolve("history.jsonl"));
        carrier = new Carrier(script, history, 0, 10);
        smsc = new Smsc(0, carrier, script, Optional.of(new Smsc.Login("peer", "lab")));
    }

    @AfterEach
    void stop() {
        smsc.close();
        history.close();
    }

    private void offer() {
        for (int i = 0; i < TEXTS; i++) {
            carrier.offer(new Offered("m" + i, LINE, SENDER, "m" + i + " slt"));
        }
    }

    private static void waitFor(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private String recorded() throws IOException {
        history.flush();
        return Files.readString(folder.resolve("history.jsonl"));
    }

    @Test
    void jsmppReadsWhatIsDeliveredAndIsRead() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        SMPPSession session = new SMPPSession();
        session.setMessageReceiverListener(new MessageReceiverListener() {
            @Override
            public void onAcceptDeliverSm(org.jsmpp.bean.DeliverSm text) {
                received.add(text.getSourceAddr() + " " + text.getDestAddress() + " "
                        + new String(text.getShortMessage(), StandardCharsets.US_ASCII));
            }

            @Override
            public void onAcceptAlertNotification(AlertNotification alert) {
                throw new AssertionError("nobody sends one");
            }

            @Override
            public DataSmResult onAcceptDataSm(DataSm text, Session source) {
                throw new AssertionError("nobody sends one");
            }
        });
        String name = session.connectAndBind(
                HOST,
                smsc.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        "peer",
                        "lab",
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null));
        assertThat(name).isEqualTo("LAB");
        offer();
        waitFor("all texts", () -> received.size() == TEXTS && carrier.open() == 0);
        assertThat(received).contains("33639980001 33639980010 m0 slt", "33639980001 33639980010 m49 slt");
        assertThat(submit(session, "m0 bonjour")).isNotEmpty();
        smsc.enquire();
        waitFor("the answer to enquire_link", () -> smsc.enquiries().count() == 1);
        session.unbindAndClose();
        waitFor("the end of the link", () -> smsc.links().isEmpty());
        assertThat(recorded()).contains("\"text\":\"m0 bonjour\",\"for\":\"m0\"", "\"ok\":true,\"message_id\"");
    }

    private static String submit(SMPPSession session, String text) throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        LINE.substring(1),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        SENDER.substring(1),
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(0),
                        (byte) 0,
                        new GeneralDataCoding(Alphabet.ALPHA_DEFAULT),
                        (byte) 0,
                        text.getBytes(StandardCharsets.US_ASCII))
                .getMessageId();
    }

    @Test
    void jsmppWithTheWrongPasswordIsTurnedAway() throws IOException {
        SMPPSession session = new SMPPSession();
        try {
            assertThat(catchThrowable(() -> session.connectAndBind(
                            HOST,
                            smsc.port(),
                            new BindParameter(
                                    BindType.BIND_TX,
                                    "peer",
                                    "guess",
                                    "",
                                    TypeOfNumber.UNKNOWN,
                                    NumberingPlanIndicator.UNKNOWN,
                                    null))))
                    .hasRootCauseMessage("Negative response 0000000e (Invalid Password) found");
        } finally {
            session.close();
        }
    }

    @Test
    void cloudhopperReadsWhatIsDeliveredAndIsRead() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        DefaultSmppClient client = new DefaultSmppClient();
        SmppSessionConfiguration configuration = new SmppSessionConfiguration();
        configuration.setType(SmppBindType.TRANSCEIVER);
        configuration.setHost(HOST);
        configuration.setPort(smsc.port());
        configuration.setSystemId("peer");
        configuration.setPassword("lab");
        SmppSession session = client.bind(configuration, new DefaultSmppSessionHandler() {
            @Override
            @SuppressWarnings("rawtypes") // as the library has it
            public PduResponse firePduRequestReceived(PduRequest request) {
                if (request instanceof DeliverSm text) {
                    received.add(new String(text.getShortMessage(), StandardCharsets.US_ASCII));
                }
                return request.createResponse();
            }
        });
        try {
            offer();
            waitFor("all texts", () -> received.size() == TEXTS && carrier.open() == 0);
            assertThat(session.submit(reply(), 5_000).getMessageId()).isNotEmpty();
            script.refuse(0x58, Script.FOR_EVER);
            assertThat(session.submit(reply(), 5_000).getCommandStatus()).isEqualTo(0x58);
            assertThat(session.enquireLink(new EnquireLink(), 5_000).getCommandStatus())
                    .isZero();
            smsc.enquire();
            waitFor("the answer to enquire_link", () -> smsc.enquiries().count() == 1);
            session.unbind(5_000);
        } finally {
            session.destroy();
            client.destroy();
        }
        assertThat(recorded()).contains("\"for\":\"m1\"", "\"status\":88,\"ok\":false");
    }

    private static SubmitSm reply() throws SmppInvalidArgumentException {
        SubmitSm reply = new SubmitSm();
        reply.setSourceAddress(new Address((byte) 1, (byte) 1, LINE.substring(1)));
        reply.setDestAddress(new Address((byte) 1, (byte) 1, SENDER.substring(1)));
        reply.setShortMessage("m1 bonjour".getBytes(StandardCharsets.US_ASCII));
        return reply;
    }

    @Test
    void kannelAnswersEveryTextWhereItIsInstalled(TestReporter reporter) throws Exception {
        if (!KannelPeer.isInstalled()) {
            reporter.publishEntry("Kannel is not installed here, so it was not tried.");
            return;
        }
        Load load = new Load(new Load.Plan(TEXTS, 0, 10, LINE.substring(1), i -> 33639980100L + i, "slt"));
        try (Smsc open = new Smsc(load);
                KannelPeer kannel = KannelPeer.start(folder, new KannelPeer.Setup(open.port(), 10, "Bonjour"))) {
            waitFor("a bind", () -> !open.links().isEmpty());
            Load.Result result = load.start().await(20, TimeUnit.SECONDS, 1_000);
            assertThat(result.acked()).isEqualTo(TEXTS);
            assertThat(result.refused()).isZero();
            assertThat(result.replies()).isEqualTo(TEXTS);
            assertThat(result.unpaired()).isZero();
            assertThat(kannel.peakMemory()).isPositive();
            assertThat(kannel.cpuTime()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        }
    }
}
