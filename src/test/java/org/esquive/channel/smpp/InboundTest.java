package org.esquive.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.channel.smpp.ScriptedSmsc.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.esquive.channel.Listener.Taken;
import org.esquive.channel.smpp.ScriptedSmsc.Call;
import org.esquive.channel.smpp.pdu.Address;
import org.esquive.channel.smpp.pdu.Envelope;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.Status;
import org.esquive.channel.smpp.pdu.Tlvs;
import org.esquive.lab.Fixtures;
import org.esquive.message.Inbound;
import org.esquive.message.Inbound.Identity;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.message.Segment;
import org.esquive.settings.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a carrier hands over, and what it hears.
class InboundTest {
    private static final String MARIE = "33639980001";

    private ScriptedSmsc smsc;
    private Rig rig;

    @BeforeEach
    void begin() throws IOException {
        smsc = new ScriptedSmsc();
        rig = Rig.towards(smsc);
    }

    @AfterEach
    void end() throws IOException {
        smsc.close();
        rig.close();
    }

    @Test
    void aTextIsAcknowledgedOnlyOnceItIsCommitted() throws Exception {
        Call call = smsc.bound();
        call.say(text(7, MARIE, "slt toi"));
        Rig.Handed handed = rig.text();
        assertThat(handed.inbound().sender()).isEqualTo(Fixtures.mobile(1));
        assertThat(handed.inbound().line()).isEqualTo(Fixtures.DEMO);
        assertThat(handed.inbound().text()).isEqualTo("slt toi");
        assertThat(handed.inbound().kind()).isEqualTo(Inbound.Kind.TEXT);
        assertThat(call.isSilentBefore(99)).isTrue();
        handed.answer().accept(Taken.COMMITTED);
        assertThat(call.expect(Pdu.MessageResponse.class)).satisfies(response -> {
            assertThat(response.carrier()).isEqualTo(Pdu.Carrier.DELIVER_SM);
            assertThat(response.sequence()).isEqualTo(7);
            assertThat(response.status()).isEqualTo(Status.ESME_ROK);
        });
    }

    @Test
    void textsAreAcknowledgedInTheOrderOfTheirCommits() throws Exception {
        Call call = smsc.bound();
        call.say(text(1, MARIE, "one"), text(2, MARIE, "two"));
        Rig.Handed one = rig.text();
        Rig.Handed two = rig.text();
        two.answer().accept(Taken.COMMITTED);
        assertThat(call.expect(Pdu.MessageResponse.class).sequence()).isEqualTo(2);
        one.answer().accept(Taken.COMMITTED);
        assertThat(call.expect(Pdu.MessageResponse.class).sequence()).isEqualTo(1);
    }

    @Test
    void aTextThatIsNotTakenIsToComeAgain() throws Exception {
        Call call = smsc.bound();
        call.say(text(1, MARIE, "one"));
        rig.text().answer().accept(Taken.LATER);
        assertThat(call.expect(Pdu.MessageResponse.class).status()).isEqualTo(Status.ESME_RMSGQFUL);
    }

    @Test
    void theSameTextTwiceInOneSessionHasOneEpochAndAfterABreakAnother() throws Exception {
        Call call = smsc.bound();
        call.say(text(1, MARIE, "one"), text(2, MARIE, "one"), text(3, MARIE, "two"));
        Identity.Content first = identity();
        Identity.Content second = identity();
        assertThat(second.key()).isEqualTo(first.key());
        assertThat(second.epoch()).isEqualTo(first.epoch());
        assertThat(second.link()).isEqualTo(first.link());
        assertThat(identity().key()).isNotEqualTo(first.key());
        call.drop();
        Call again = smsc.bound();
        again.say(text(1, MARIE, "one"));
        Identity.Content repeated = identity();
        assertThat(repeated.key()).isEqualTo(first.key());
        assertThat(repeated.epoch()).isEqualTo(first.epoch() + 1);
    }

    @Test
    void anAnswerOverOneLinkIsKnownToHaveArrivedOnceThatLinkAnswersAQuestionPutAfterIt() throws Exception {
        try (ScriptedSmsc two = new ScriptedSmsc();
                Rig both = Rig.towards(two, "binds", "2")) {
            Call one = two.bound();
            Call other = two.bound();
            one.say(text(1, MARIE, "one"));
            Rig.Handed first = both.text();
            first.answer().accept(Taken.COMMITTED);
            Instant answered = Instant.now();
            Identity.Content copy = overOther(both, other);
            assertThat(copy.key()).isEqualTo(content(first).key());
            assertThat(copy.link()).isNotEqualTo(content(first).link());
            assertThat(copy.assured()).isBefore(answered);
            one.expect(Pdu.MessageResponse.class);
            Pdu.EnquireLink question = one.expect(Pdu.EnquireLink.class);
            assertThat(overOther(both, other).assured()).isBefore(answered);
            one.say(new Pdu.EnquireLinkResponse(Status.ESME_ROK, question.sequence()));
            assertThat(one.isSilentBefore(9)).isTrue();
            assertThat(overOther(both, other).assured()).isAfter(answered);
        }
    }

    private static Identity.Content overOther(Rig rig, Call other) throws IOException, InterruptedException {
        other.say(text(1, MARIE, "one"));
        return content(rig.text());
    }

    private static Identity.Content content(Rig.Handed handed) {
        return (Identity.Content) handed.inbound().identity();
    }

    @Test
    void anAnswerForASessionThatIsGoneIsDropped() throws Exception {
        Call call = smsc.bound();
        call.say(text(1, MARIE, "one"));
        Rig.Handed handed = rig.text();
        call.drop();
        Call again = smsc.bound();
        handed.answer().accept(Taken.COMMITTED);
        assertThat(again.isSilentBefore(5)).isTrue();
    }

    @Test
    void keepAlivesAreAnsweredInAFlood() throws Exception {
        Call call = smsc.bound();
        for (int i = 1; i <= 10_000; i++) {
            call.say(text(i, MARIE, "flood " + i));
        }
        assertThat(call.isSilentBefore(20_000)).isTrue();
        List<Rig.Handed> handed = new ArrayList<>();
        while (handed.size() < 10_000) {
            handed.add(rig.text());
        }
        handed.forEach(text -> text.answer().accept(Taken.COMMITTED));
        for (int i = 1; i <= 10_000; i++) {
            assertThat(call.expect(Pdu.MessageResponse.class).sequence()).isEqualTo(i);
        }
    }

    @Test
    void whatIsNoRequestOfOursIsRefusedAndTheSessionGoesOn() throws Exception {
        Call call = smsc.bound();
        call.bytes(bytes("00000010 0000F00D 00000000 00000007"));
        assertThat(call.expect(Pdu.GenericNack.class)).isEqualTo(new Pdu.GenericNack(Status.ESME_RINVCMDID, 7));
        call.bytes(bytes("00000012 00000005 00000000 00000008 41 42"));
        assertThat(call.expect(Pdu.MessageResponse.class).status()).isEqualTo(Status.ESME_RINVCMDLEN);
        call.say(new Pdu.Bind(
                Pdu.Mode.TRANSCEIVER,
                9,
                "x",
                "y",
                "",
                0x34,
                text(1, "1", "").envelope().source()));
        assertThat(call.expect(Pdu.BindResponse.class).status()).isEqualTo(Status.ESME_RINVBNDSTS);
        assertThat(call.isSilentBefore(10)).isTrue();
    }

    @Test
    void absurdLengthsEndTheSessionAndItIsBoundAgain() throws Exception {
        Call call = smsc.bound();
        call.bytes(bytes("7FFFFFF0 00000005 00000000 00000001"));
        assertThat(call.expect(Pdu.GenericNack.class).status()).isEqualTo(Status.ESME_RINVCMDLEN);
        call.awaitEnd();
        smsc.bound().bytes("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(smsc.bound().isSilentBefore(1)).isTrue();
    }

    @Test
    void aPeerThatDoesNotAnswerTwoEnquiriesIsLeft() throws Exception {
        try (ScriptedSmsc silent = new ScriptedSmsc();
                Rig impatient = new Rig(
                        Rig.timed(Rig.options(silent.port()), Duration.ofMillis(20), Duration.ofMinutes(1)),
                        Fixtures.demo(100))) {
            Call call = silent.bound();
            call.expect(Pdu.EnquireLink.class);
            call.expect(Pdu.EnquireLink.class);
            call.awaitEnd();
            Call again = silent.call();
            assertThat(impatient.channel().health().cause()).contains("did not answer two enquire_link");
            again.drop();
        }
    }

    @Test
    void anUnbindIsAnsweredAndFollowedByANewBind() throws Exception {
        Call call = smsc.bound();
        call.say(new Pdu.Unbind(3));
        assertThat(call.expect(Pdu.UnbindResponse.class).sequence()).isEqualTo(3);
        call.awaitEnd();
        assertThat(smsc.bound().isSilentBefore(1)).isTrue();
    }

    @Test
    void aTextToANumberThatIsNoLineIsLeftWithTheCarrier() throws Exception {
        Line demo = Fixtures.demo(100);
        Line other = new Line(
                new LineId("other"),
                new PhoneNumber("+33639980011"),
                demo.country(),
                demo.alsoAnswered(),
                demo.zone(),
                demo.language(),
                demo.channel(),
                demo.status(),
                demo.timing(),
                demo.limits(),
                demo.denied());
        try (ScriptedSmsc another = new ScriptedSmsc();
                Rig two = new Rig(Rig.patient(Rig.options(another.port())), demo, other)) {
            Call call = another.bound();
            call.say(text(1, MARIE, "33639980099", "hello"));
            assertThat(call.expect(Pdu.MessageResponse.class).status()).isEqualTo(Status.ESME_RMSGQFUL);
            assertThat(two.channel().health().cause()).contains("no line of this channel");
            call.say(text(2, MARIE, "0639980011", "hello"));
            Rig.Handed handed = two.text();
            assertThat(handed.inbound().line()).isEqualTo(other.id());
            handed.answer().accept(Taken.COMMITTED);
            call.expect(Pdu.MessageResponse.class);
            call.drop();
        }
    }

    @Test
    void aReceiptFindsItsReplyByEveryWayToWriteItsId() throws Exception {
        Call call = smsc.bound();
        call.say(receipt(1, 0x04, "id:26 sub:001 dlvrd:001 stat:DELIVRD err:000"));
        assertThat(Rig.await(rig.receipts)).satisfies(receipt -> {
            assertThat(receipt.line()).isEqualTo(Fixtures.DEMO);
            assertThat(receipt.state()).isEqualTo(Receipt.State.DELIVERED);
            Receipt.Match.ByProviderId match = (Receipt.Match.ByProviderId) receipt.match();
            assertThat(match.id()).isEqualTo("26");
            assertThat(match.otherwise()).contains("1A");
        });
        assertThat(call.expect(Pdu.MessageResponse.class).status()).isEqualTo(Status.ESME_ROK);
    }

    @Test
    void aReceiptThatSaysNothingIsAcknowledgedAndCounted() throws Exception {
        Call call = smsc.bound();
        call.say(receipt(1, 0x04, "what is this"));
        assertThat(call.expect(Pdu.MessageResponse.class).status()).isEqualTo(Status.ESME_ROK);
        assertThat(rig.receipts).isEmpty();
        assertThat(rig.channel().unreadableReceipts()).isEqualTo(1);
    }

    @Test
    void wordsThatReadLikeAReceiptAreNoTextForAPerson() throws Exception {
        smsc.bound().say(receipt(1, 0, "id:26 sub:001 dlvrd:001 stat:DELIVRD err:000"));
        Rig.Handed handed = rig.text();
        assertThat(handed.inbound().kind()).isEqualTo(Inbound.Kind.OTHER);
    }

    @Test
    void aSegmentIsHandedOverWithItsPlace() throws Exception {
        Envelope envelope = Envelope.of(new Address(1, 1, MARIE), new Address(1, 1, "33639980010"), 0x40, 1, 0);
        byte[] text = {5, 0, 3, 7, 2, 1, 'a', 'b'};
        smsc.bound().say(new Pdu.Message(Pdu.Carrier.DELIVER_SM, 1, envelope, text, Tlvs.NONE));
        Rig.Handed handed = rig.text();
        assertThat(handed.inbound().text()).isEqualTo("ab");
        assertThat(handed.inbound().segment()).contains(new Segment(7, false, 2, 1));
    }

    private static Pdu receipt(int sequence, int esmClass, String words) {
        Pdu.Message plain = text(sequence, MARIE, words);
        Envelope envelope =
                Envelope.of(plain.envelope().source(), plain.envelope().destination(), esmClass, 1, 0);
        return new Pdu.Message(Pdu.Carrier.DELIVER_SM, sequence, envelope, plain.text(), Tlvs.NONE);
    }

    private Identity.Content identity() throws InterruptedException {
        return content(rig.text());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
