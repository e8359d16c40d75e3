package org.esquive.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.esquive.channel.Checkup;
import org.esquive.channel.smpp.ScriptedSmsc.Call;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.Status;
import org.esquive.channel.smpp.pdu.Tlvs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a bind says, and what somebody at the terminal reads of it.
class BindingTest {
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
    void aBindSaysWhatTheSettingsSay() throws Exception {
        try (Rig rig = Rig.towards(smsc, "system-type", "SMPP", "interface-version", "5.0")) {
            Pdu.Bind bind = smsc.call().expect(Pdu.Bind.class);
            assertThat(bind.mode()).isEqualTo(Pdu.Mode.TRANSCEIVER);
            assertThat(bind.systemId()).isEqualTo("esquive");
            assertThat(bind.password()).isEqualTo(Rig.PASSWORD);
            assertThat(bind.systemType()).isEqualTo("SMPP");
            assertThat(bind.interfaceVersion()).isEqualTo(0x50);
            assertThat(rig.channel().health().cause()).isNotEmpty();
            smsc.hangUp();
        }
    }

    @Test
    void anAcceptedBindIsShownWithWhatTheCarrierCallsItself() throws Exception {
        CompletableFuture<Checkup> checkup = examine();
        Call call = smsc.call();
        Pdu.Bind bind = call.expect(Pdu.Bind.class);
        call.say(new Pdu.BindResponse(bind.mode(), Status.ESME_ROK, bind.sequence(), "SM\u001b[31m", Tlvs.NONE));
        call.expect(Pdu.Unbind.class);
        call.drop();
        assertThat(of(checkup)).isInstanceOf(Checkup.Well.class);
        assertThat(of(checkup).sentence())
                .startsWith("bind accepted by SMSC id=SM?[31m in ")
                .endsWith(" ms");
    }

    @Test
    void aRefusedBindIsExplained() throws Exception {
        assertThat(refusedWith(Status.ESME_RINVPASWD)).contains("the password is wrong");
        assertThat(refusedWith(Status.ESME_RINVSYSID)).contains("the system-id is wrong");
        assertThat(refusedWith(Status.ESME_RBINDFAIL)).contains("this machine's address is not on the carrier's list");
        assertThat(refusedWith(Status.ESME_RALYBND)).contains("bound already");
        assertThat(refusedWith(0x4A5)).contains("0x000004A5");
    }

    @Test
    void somethingElseThanAnSmscIsRecognised() throws Exception {
        assertThat(answeredWith("485454502F312E31203430300D0A0D0A")).contains("speaks HTTP");
        assertThat(answeredWith("5353482D322E302D4F70656E5353480D0A")).contains("speaks SSH");
        assertThat(answeredWith("15030100020246")).contains("set tls: on");
        assertThat(answeredWith("00000010000000150000000000000001")).contains("with another request");
    }

    @Test
    void aConnectionThatIsClosedAtOnceIsExplained() throws Exception {
        CompletableFuture<Checkup> checkup = examine();
        Call call = smsc.call();
        call.expect(Pdu.Bind.class);
        call.drop();
        assertThat(of(checkup).sentence()).contains("ends it without an answer").contains("address is on its list");
    }

    @Test
    void aPeerThatSaysNothingIsExplained() throws Exception {
        CompletableFuture<Checkup> checkup = examine(Duration.ofMillis(50));
        smsc.call();
        assertThat(of(checkup).sentence()).contains("does not answer the bind");
    }

    @Test
    void aPortWhereNobodyListensIsExplained() throws Exception {
        int port = smsc.port();
        smsc.close();
        Checkup checkup = new SmppChannelKind(InstantSource.system()).examine(Rig.settings(port));
        assertThat(checkup).isInstanceOf(Checkup.Trouble.class);
        assertThat(checkup.sentence()).contains("refuses connections");
    }

    @Test
    void aNameThatDoesNotExistIsExplained() throws Exception {
        Checkup checkup =
                new SmppChannelKind(InstantSource.system()).examine(Rig.settings(1, "host", "smsc.example.invalid"));
        assertThat(checkup.sentence()).contains("smsc.example.invalid").contains("DNS");
    }

    @Test
    void refusedCredentialsAreNotTriedAgainForMinutes() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), () -> 0.5);
        assertThat(backoff.after(NotBound.Why.CREDENTIALS)).isEqualTo(Duration.ofMinutes(5));
        assertThat(backoff.after(NotBound.Why.CREDENTIALS)).isEqualTo(Duration.ofMinutes(10));
        assertThat(backoff.after(NotBound.Why.TROUBLE)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(NotBound.Why.TROUBLE)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.after(NotBound.Why.ALREADY_BOUND)).isEqualTo(Duration.ofSeconds(15));
        assertThat(backoff.afterSession(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(4));
        assertThat(backoff.afterSession(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(NotBound.Why.CREDENTIALS)).isEqualTo(Duration.ofMinutes(5));
        for (int i = 0; i < 100; i++) {
            var _ = backoff.after(NotBound.Why.TROUBLE);
        }
        assertThat(backoff.after(NotBound.Why.TROUBLE)).isEqualTo(Duration.ofMinutes(1));
    }

    private String refusedWith(int status) throws Exception {
        CompletableFuture<Checkup> checkup = examine();
        Call call = smsc.call();
        Pdu.Bind bind = call.expect(Pdu.Bind.class);
        call.say(new Pdu.BindResponse(bind.mode(), status, bind.sequence(), "", Tlvs.NONE));
        assertThat(of(checkup)).isInstanceOf(Checkup.Trouble.class);
        assertThat(of(checkup).sentence()).doesNotContain(Rig.PASSWORD);
        return of(checkup).sentence();
    }

    private String answeredWith(String hex) throws Exception {
        CompletableFuture<Checkup> checkup = examine();
        Call call = smsc.call();
        call.expect(Pdu.Bind.class);
        call.bytes(HexFormat.of().parseHex(hex));
        return of(checkup).sentence();
    }

    private CompletableFuture<Checkup> examine() {
        return examine(ScriptedSmsc.PATIENCE);
    }

    private CompletableFuture<Checkup> examine(Duration patience) {
        SmppOptions usual = Rig.patient(Rig.options(smsc.port()));
        SmppOptions.Timing timing = usual.timing();
        SmppOptions options = new SmppOptions(
                usual.channel(),
                usual.peer(),
                usual.login(),
                usual.binds(),
                usual.alphabet(),
                usual.sending(),
                usual.receiving(),
                new SmppOptions.Timing(
                        timing.enquireLink(),
                        timing.enquireAnswer(),
                        timing.answer(),
                        patience,
                        timing.retry(),
                        timing.tick()),
                usual.longestPdu());
        CompletableFuture<Checkup> checkup = new CompletableFuture<>();
        Thread _ = Thread.ofVirtual().start(() -> {
            try {
                checkup.complete(new Probe(options).examine());
            } catch (InterruptedException stopped) {
                checkup.completeExceptionally(stopped);
            }
        });
        return checkup;
    }

    private static Checkup of(CompletableFuture<Checkup> checkup) throws Exception {
        return checkup.get(ScriptedSmsc.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
