package org.esquive.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.esquive.channel.Listener.Taken;
import org.esquive.channel.SendResult;
import org.esquive.channel.smpp.ScriptedSmsc.Call;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.Status;
import org.esquive.channel.smpp.pdu.Tlvs;
import org.esquive.lab.Fixtures;
import org.esquive.message.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of a reply, whatever the carrier does.
class OutboundTest {
    private static final String THREE_SEGMENTS = "Merci de votre texte. ".repeat(20);
    private static final SendResult LOST = new SendResult.Unknown("the link broke before the carrier answered");

    private ScriptedSmsc smsc;

    @BeforeEach
    void begin() throws IOException {
        smsc = new ScriptedSmsc();
    }

    @AfterEach
    void end() throws IOException {
        smsc.close();
    }

    @Test
    void aReplyLeavesFromItsLineAndAsksForAReceipt() throws Exception {
        try (Rig rig = Rig.towards(smsc)) {
            Call call = smsc.bound();
            BlockingQueue<SendResult> result = rig.send(1, "slt toi");
            Pdu.Message submit = call.submit();
            assertThat(submit.envelope().source().digits()).isEqualTo("33639980010");
            assertThat(submit.envelope().destination().digits()).isEqualTo("33639980001");
            assertThat(submit.envelope().destination().ton()).isEqualTo(1);
            assertThat(submit.envelope().registeredDelivery()).isEqualTo(1);
            assertThat(new String(submit.text(), StandardCharsets.US_ASCII)).isEqualTo("slt toi");
            call.accept(submit, "A1");
            assertThat(Rig.await(result)).isEqualTo(accepted("A1"));
            smsc.hangUp();
        }
    }

    @Test
    void answersFindTheirReplyInAnyOrderAndOnce() throws Exception {
        try (Rig rig = Rig.towards(smsc)) {
            Call call = smsc.bound();
            BlockingQueue<SendResult> one = rig.send(1, "one");
            BlockingQueue<SendResult> two = rig.send(2, "two");
            Pdu.Message first = call.submit();
            Pdu.Message second = call.submit();
            call.accept(second, "B");
            call.accept(second, "B");
            call.accept(first, "A");
            call.answer(first, Status.ESME_RINVDSTADR, "");
            assertThat(Rig.await(one)).isEqualTo(accepted("A"));
            assertThat(Rig.await(two)).isEqualTo(accepted("B"));
            assertThat(call.isSilentBefore(9)).isTrue();
            assertThat(one).isEmpty();
            assertThat(two).isEmpty();
            smsc.hangUp();
        }
    }

    @Test
    void aMissingAnswerIsUnknownAndALateOneStillSettlesIt() throws Exception {
        SmppOptions options = Rig.timed(Rig.options(smsc.port()), Duration.ofMinutes(1), Duration.ofMillis(30));
        try (Rig rig = new Rig(options, Fixtures.demo(100))) {
            Call call = smsc.bound();
            BlockingQueue<SendResult> yes = rig.send(1, "one");
            BlockingQueue<SendResult> no = rig.send(2, "two");
            Pdu.Message first = call.submit();
            Pdu.Message second = call.submit();
            assertThat(Rig.await(yes)).isInstanceOf(SendResult.Unknown.class);
            assertThat(Rig.await(no)).isInstanceOf(SendResult.Unknown.class);
            call.accept(first, "A");
            call.answer(second, Status.ESME_RINVDSTADR, "");
            assertThat(Rig.await(rig.receipts)).satisfies(receipt -> {
                assertThat(receipt.match()).isEqualTo(new Receipt.Match.ByReply(1));
                assertThat(receipt.state()).isEqualTo(Receipt.State.SENT);
            });
            assertThat(Rig.await(rig.receipts).state()).isEqualTo(Receipt.State.FAILED);
            call.accept(first, "A");
            assertThat(call.isSilentBefore(9)).isTrue();
            assertThat(rig.receipts).isEmpty();
            smsc.hangUp();
        }
    }

    @Test
    void noSecondReplyLeavesIntoALinkThatFellSilent() throws Exception {
        SmppOptions options = Rig.timed(Rig.options(smsc.port()), Duration.ofMinutes(1), Duration.ofMillis(30));
        try (Rig rig = new Rig(options, Fixtures.demo(100))) {
            Call call = smsc.bound();
            BlockingQueue<SendResult> lost = rig.send(1, "one");
            call.submit();
            assertThat(Rig.await(lost)).isInstanceOf(SendResult.Unknown.class);
            BlockingQueue<SendResult> held = rig.send(2, "two");
            assertThat(Rig.await(held)).isInstanceOf(SendResult.Deferred.class);
            assertThat(call.isSilentBefore(9)).isTrue();
            BlockingQueue<SendResult> next = rig.send(3, "three");
            call.accept(call.submit(), "C");
            assertThat(Rig.await(next)).isEqualTo(accepted("C"));
            smsc.hangUp();
        }
    }

    @Test
    void aBrokenLinkLeavesAllUnknownAndNoneIsSentAgain() throws Exception {
        try (Rig rig = Rig.towards(smsc)) {
            Call call = smsc.bound();
            BlockingQueue<SendResult> one = rig.send(1, "one");
            BlockingQueue<SendResult> two = rig.send(2, "two");
            call.submit();
            call.submit();
            call.drop();
            assertThat(Rig.await(one)).isEqualTo(LOST);
            assertThat(Rig.await(two)).isEqualTo(LOST);
            assertThat(smsc.bound().isSilentBefore(9)).isTrue();
            smsc.hangUp();
        }
    }

    @Test
    void withoutABindAReplyIsNotSentAndMayBeTriedAgain() throws Exception {
        try (Rig rig = Rig.towards(smsc)) {
            assertThat(rig.channel().send(Rig.reply(1, "one"))).isEqualTo(Verdicts.NO_LINK);
            smsc.hangUp();
        }
    }

    @Test
    void aTextThatNoHeaderCanNumberIsRefused() throws Exception {
        try (Rig rig = Rig.towards(smsc)) {
            assertThat(rig.channel().send(Rig.reply(1, "a".repeat(256 * 153))))
                    .isEqualTo(new SendResult.Refused("the text is longer than 255 segments"));
            smsc.hangUp();
        }
    }

    @Test
    void refusalsAreForGoodOrForNow() throws Exception {
        try (Rig rig = Rig.towards(smsc)) {
            Call call = smsc.bound();
            BlockingQueue<SendResult> refused = rig.send(1, "one");
            call.answer(call.submit(), Status.ESME_RINVDSTADR, "");
            assertThat(Rig.await(refused)).isEqualTo(new SendResult.Refused("ESME_RINVDSTADR"));
            BlockingQueue<SendResult> nacked = rig.send(2, "two");
            call.say(new Pdu.GenericNack(Status.ESME_RINVCMDID, call.submit().sequence()));
            assertThat(Rig.await(nacked)).isInstanceOf(SendResult.Refused.class);
            BlockingQueue<SendResult> throttled = rig.send(3, "three");
            call.answer(call.submit(), Status.ESME_RTHROTTLED, "");
            assertThat(Rig.await(throttled)).isInstanceOf(SendResult.Deferred.class);
            smsc.hangUp();
        }
    }

    @Test
    void theWindowIsKeptAndTheOrderToo() throws Exception {
        try (Rig rig = Rig.towards(smsc, "window", "2")) {
            Call call = smsc.bound();
            for (int i = 1; i <= 5; i++) {
                var _ = rig.send(i, "text " + i);
            }
            Pdu.Message first = call.submit();
            Pdu.Message second = call.submit();
            assertThat(call.isSilentBefore(100)).isTrue();
            call.accept(second, "B");
            assertThat(words(call.submit())).isEqualTo("text 3");
            call.accept(first, "A");
            assertThat(words(call.submit())).isEqualTo("text 4");
            assertThat(call.isSilentBefore(101)).isTrue();
            smsc.hangUp();
        }
    }

    @Test
    void aLongReplyLeavesSegmentBySegment() throws Exception {
        try (Rig rig = Rig.towards(smsc)) {
            Call call = smsc.bound();
            BlockingQueue<SendResult> result = rig.send(1, THREE_SEGMENTS);
            byte[] reference = null;
            for (int number = 1; number <= 3; number++) {
                Pdu.Message submit = call.submit();
                assertThat(submit.envelope().esmClass()).isEqualTo(0x40);
                byte[] header = Arrays.copyOf(submit.text(), 6);
                assertThat(header).startsWith(5, 0, 3).endsWith(3, number);
                assertThat(reference == null || reference[3] == header[3]).isTrue();
                reference = header;
                assertThat(call.isSilentBefore(100)).isTrue();
                call.accept(submit, "id" + number);
            }
            assertThat(Rig.await(result)).isEqualTo(accepted("id3"));
            smsc.hangUp();
        }
    }

    @Test
    void aFirstSegmentThatIsRefusedProvesThatNothingWasSent() throws Exception {
        try (Rig rig = Rig.towards(smsc)) {
            Call call = smsc.bound();
            BlockingQueue<SendResult> result = rig.send(1, THREE_SEGMENTS);
            call.answer(call.submit(), Status.ESME_RINVSRCADR, "");
            assertThat(Rig.await(result)).isEqualTo(new SendResult.Refused("ESME_RINVSRCADR"));
            assertThat(call.isSilentBefore(100)).isTrue();
            smsc.hangUp();
        }
    }

    @Test
    void aLaterSegmentIsTriedAgainWhileTheCarrierIsBusyAndUnknownWhenItIsRefused() throws Exception {
        try (Rig rig = Rig.towards(smsc)) {
            Call call = smsc.bound();
            BlockingQueue<SendResult> result = rig.send(1, THREE_SEGMENTS);
            call.accept(call.submit(), "A");
            Pdu.Message second = call.submit();
            call.answer(second, Status.ESME_RTHROTTLED, "");
            Pdu.Message again = call.submit();
            assertThat(again.text()).isEqualTo(second.text());
            call.answer(again, Status.ESME_RINVDSTADR, "");
            assertThat(Rig.await(result)).isEqualTo(new SendResult.Unknown("segment 2 of 3: ESME_RINVDSTADR"));
            smsc.hangUp();
        }
    }

    @Test
    void aLongReplyMayLeaveWholeOrWithParameters() throws Exception {
        try (Rig rig = Rig.towards(smsc, "long-text", "payload")) {
            Call call = smsc.bound();
            var _ = rig.send(1, THREE_SEGMENTS);
            Pdu.Message submit = call.submit();
            assertThat(submit.text()).isEmpty();
            assertThat(submit.tlvs().value(Tlvs.MESSAGE_PAYLOAD).orElseThrow()).hasSize(THREE_SEGMENTS.length());
            call.drop();
        }
        try (Rig rig = Rig.towards(smsc, "long-text", "sar")) {
            Call call = smsc.bound();
            var _ = rig.send(1, THREE_SEGMENTS);
            Pdu.Message submit = call.submit();
            assertThat(submit.tlvs().value(Tlvs.SAR_TOTAL_SEGMENTS).orElseThrow())
                    .containsExactly(3);
            assertThat(submit.tlvs().value(Tlvs.SAR_SEGMENT_SEQNUM).orElseThrow())
                    .containsExactly(1);
            call.drop();
            smsc.hangUp();
        }
    }

    @Test
    void closingWaitsForAnswersAndThenUnbinds() throws Exception {
        Rig rig = Rig.towards(smsc);
        Call call = smsc.bound();
        BlockingQueue<SendResult> result = rig.send(1, "one");
        Pdu.Message submit = call.submit();
        Thread closing = Thread.ofVirtual().start(rig::close);
        call.say(new Pdu.EnquireLink(50));
        call.expect(Pdu.EnquireLinkResponse.class);
        call.accept(submit, "A");
        assertThat(Rig.await(result)).isEqualTo(accepted("A"));
        Pdu.Unbind unbind = call.expect(Pdu.Unbind.class);
        call.say(new Pdu.UnbindResponse(Status.ESME_ROK, unbind.sequence()));
        call.awaitEnd();
        assertThat(closing.join(ScriptedSmsc.PATIENCE)).isTrue();
        assertThat(rig.channel().send(Rig.reply(2, "two"))).isEqualTo(Verdicts.NO_LINK);
        assertThat(smsc.isLeftAlone()).isTrue();
    }

    @Test
    void repliesLeaveByTheTransmitterAndTextsComeByTheReceiver() throws Exception {
        try (Rig rig = Rig.towards(smsc, "bind", "transmitter-receiver")) {
            Call one = smsc.call();
            Call two = smsc.call();
            Pdu.Mode mode = one.acceptBind();
            assertThat(two.acceptBind()).isNotEqualTo(mode);
            Call transmitter = mode == Pdu.Mode.TRANSMITTER ? one : two;
            Call receiver = mode == Pdu.Mode.TRANSMITTER ? two : one;
            receiver.say(ScriptedSmsc.text(1, "33639980001", "slt"));
            rig.text().answer().accept(Taken.COMMITTED);
            receiver.expect(Pdu.MessageResponse.class);
            transmitter.say(ScriptedSmsc.text(1, "33639980001", "slt"));
            assertThat(transmitter.expect(Pdu.MessageResponse.class).status()).isEqualTo(Status.ESME_RINVBNDSTS);
            var _ = rig.send(1, "one");
            assertThat(words(transmitter.submit())).isEqualTo("one");
            transmitter.drop();
            receiver.drop();
            smsc.hangUp();
        }
    }

    private static String words(Pdu.Message submit) {
        return new String(submit.text(), StandardCharsets.US_ASCII);
    }

    private static SendResult accepted(String id) {
        return new SendResult.Accepted(Optional.of(id));
    }
}
