package org.esquive.channel.android;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.esquive.channel.Health;
import org.esquive.channel.SendResult;
import org.esquive.lab.Desk;
import org.esquive.lab.FakeAndroidGateway;
import org.esquive.lab.FakeAndroidGateway.Fault;
import org.esquive.lab.SteppingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What goes out to a phone, and what its answers mean: the fake checks every request as the real app does.
class PhoneApiTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final SteppingClock clock = new SteppingClock(Desk.EVENING);
    private final FakeAndroidGateway phone = new FakeAndroidGateway();
    private final PhoneApi api = new PhoneApi(Phones.options(phone.url()), clock);

    @AfterEach
    void close() {
        api.close();
        phone.close();
    }

    @Test
    void aReplyIsAskedForAsTheAppWantsIt() throws InterruptedException {
        assertThat(api.send(Phones.reply(4_711))).isEqualTo(new SendResult.Accepted(Optional.of("demo-3mv")));
        assertThat(phone.bodies()).containsExactly("""
                {"id":"demo-3mv","textMessage":{"text":"Ce numéro a été donné 😶"},\
                "phoneNumbers":["+33639980001"],"withDeliveryReport":true,"ttl":3600}""");
        assertThat(api.health()).isEqualTo(Health.UP);
    }

    @Test
    void aReplyLeavesByTheSimOfItsLine() throws InterruptedException {
        try (PhoneApi dual =
                new PhoneApi(Phones.options(phone.url(), "sim", "1", "sim.demo", "2", "ttl", "60"), clock)) {
            assertThat(dual.send(Phones.reply(1))).isInstanceOf(SendResult.Accepted.class);
        }
        assertThat(phone.taken().getFirst().sim()).isEqualTo(2);
        assertThat(phone.taken().getFirst().ttl()).isEqualTo(60);
    }

    @Test
    void anIdThatTheServerHasAlreadyIsAccepted() throws InterruptedException {
        assertThat(api.send(Phones.reply(1))).isInstanceOf(SendResult.Accepted.class);
        assertThat(api.send(Phones.reply(1))).isInstanceOf(SendResult.Accepted.class);
        assertThat(phone.taken()).hasSize(1);
    }

    @Test
    void olderAppsAreAskedAtTheirPath() throws InterruptedException {
        phone.beOlder();
        assertThat(api.send(Phones.reply(1))).isInstanceOf(SendResult.Accepted.class);
        assertThat(api.send(Phones.reply(2))).isInstanceOf(SendResult.Accepted.class);
        assertThat(phone.taken()).hasSize(2);
    }

    @Test
    void aWrongPasswordKeepsTheReplyAndSaysWhatToDo() throws InterruptedException {
        phone.next(Fault.UNAUTHORIZED);
        assertThat(api.send(Phones.reply(1)))
                .isInstanceOfSatisfying(
                        SendResult.Deferred.class,
                        deferred -> assertThat(deferred.pause()).isEqualTo(Verdicts.MISCONFIGURED));
        assertThat(api.health().cause()).contains("username and password");
    }

    @Test
    void aPhoneThatAsksForTimeGetsIt() throws InterruptedException {
        phone.next(Fault.THROTTLED, Fault.QUEUE_FULL);
        assertThat(pause(api.send(Phones.reply(1)))).isEqualTo(Duration.ofSeconds(7));
        assertThat(pause(api.send(Phones.reply(1)))).isEqualTo(Verdicts.BUSY);
        assertThat(phone.taken()).isEmpty();
    }

    @Test
    void aRefusedReplyIsRefused() throws InterruptedException {
        phone.next(Fault.BAD_REQUEST);
        assertThat(api.send(Phones.reply(1))).isEqualTo(new SendResult.Refused("HTTP 400"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_AFTER_TAKING", "CUT_BEFORE_ANSWER", "BARE_503", "REDIRECT"})
    void afterTheRequestLeftEverythingButAnAnswerIsUnknown(Fault fault) throws InterruptedException {
        phone.next(fault);
        assertThat(api.send(Phones.reply(1))).isInstanceOf(SendResult.Unknown.class);
        assertThat(phone.bodies()).hasSize(1);
    }

    @Test
    void aPhoneThatDoesNotAnswerInTimeLeavesItUnknown() throws InterruptedException {
        try (PhoneApi hurried = new PhoneApi(Phones.options(phone.url()), clock, SHORT)) {
            phone.next(Fault.HANG);
            assertThat(hurried.send(Phones.reply(1))).isInstanceOf(SendResult.Unknown.class);
        }
        assertThat(phone.taken()).hasSize(1);
    }

    /// Whether the yes is read before the cut is noticed is a matter of luck; that it is not asked again is not.
    @Test
    void aYesWhoseBodyIsCutOffIsNeverAskedAgain() throws InterruptedException {
        phone.next(Fault.CUT_IN_BODY);
        assertThat(api.send(Phones.reply(1))).isInstanceOfAny(SendResult.Accepted.class, SendResult.Unknown.class);
    }

    @Test
    void aPhoneThatIsNotThereKeepsTheReply() throws InterruptedException {
        phone.close();
        assertThat(pause(api.send(Phones.reply(1)))).isEqualTo(Verdicts.UNREACHABLE);
        assertThat(api.health().cause()).contains("cannot be reached");
        assertThat(api.beat(false)).isFalse();
    }

    @Test
    void aNameThatDoesNotExistKeepsTheReply() throws InterruptedException {
        var lost = Phones.options(URI.create("https://phone.invalid"));
        try (PhoneApi api = new PhoneApi(lost, clock)) {
            assertThat(api.send(Phones.reply(1))).isInstanceOf(SendResult.Deferred.class);
        }
    }

    @Test
    void aWrongAddressKeepsTheReplyAndSaysWhatToDo() throws InterruptedException {
        try (PhoneApi lost = new PhoneApi(Phones.options(URI.create(phone.url() + "/elsewhere")), clock)) {
            assertThat(pause(lost.send(Phones.reply(1)))).isEqualTo(Verdicts.MISCONFIGURED);
            assertThat(lost.health().cause()).contains("option url");
        }
    }

    @Test
    void theHeartbeatSaysWhetherAllIsWell() throws InterruptedException {
        phone.register("sms:received", URI.create("https://esquive.example/hook/phone/" + Phones.TOKEN));
        assertThat(api.health().state()).isEqualTo(Health.State.UNKNOWN);
        assertThat(api.beat(false)).isTrue();
        assertThat(api.health()).isEqualTo(Health.UP);
        phone.health(500);
        assertThat(api.beat(false)).isFalse();
        assertThat(api.health().cause()).contains("HTTP 500");
    }

    @Test
    void theHeartbeatMissesAWebhookUntilTextsComeIn() throws InterruptedException {
        phone.register("sms:received", URI.create("https://esquive.example/hook/phone/another-token"));
        assertThat(api.beat(false)).isFalse();
        assertThat(api.health().cause()).contains("register");
        assertThat(api.beat(true)).isTrue();
    }

    @Test
    void aSilentPeerIsNotTakenForAPhone() throws IOException, InterruptedException {
        try (ServerSocket silent = new ServerSocket(0);
                PhoneApi mute = new PhoneApi(
                        Phones.options(URI.create("http://127.0.0.1:" + silent.getLocalPort())), clock, SHORT)) {
            assertThat(mute.send(Phones.reply(1))).isInstanceOf(SendResult.Unknown.class);
        }
    }

    @Test
    void theHeartbeatAsksSoonAfterAFailureThenEverMoreRarely() {
        Heartbeat heartbeat = new Heartbeat(() -> true);
        assertThat(heartbeat.next(true)).isEqualTo(Heartbeat.PERIOD);
        assertThat(heartbeat.next(false)).isEqualTo(Heartbeat.FIRST_RETRY);
        assertThat(heartbeat.next(false)).isEqualTo(Heartbeat.FIRST_RETRY.multipliedBy(2));
        for (int i = 0; i < 10; i++) {
            assertThat(heartbeat.next(false)).isLessThanOrEqualTo(Heartbeat.LONGEST_RETRY);
        }
        assertThat(heartbeat.next(true)).isEqualTo(Heartbeat.PERIOD);
        assertThat(heartbeat.next(false)).isEqualTo(Heartbeat.FIRST_RETRY);
    }

    private static Duration pause(SendResult result) {
        assertThat(result).isInstanceOf(SendResult.Deferred.class);
        return ((SendResult.Deferred) result).pause();
    }
}
