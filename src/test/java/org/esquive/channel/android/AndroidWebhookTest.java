package org.esquive.channel.android;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.esquive.channel.Health;
import org.esquive.channel.Listener.Taken;
import org.esquive.channel.Webhook;
import org.esquive.lab.AppWebhooks;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.lab.RecordingListener;
import org.esquive.lab.SteppingClock;
import org.esquive.message.Inbound;
import org.esquive.message.Receipt;
import org.esquive.settings.Line;
import org.esquive.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes in from a phone: who is believed, what is handed over, and what the phone is told.
class AndroidWebhookTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final String SENDER = "+33639980001";

    private final SteppingClock clock = new SteppingClock(Desk.EVENING);
    private final RecordingListener core = new RecordingListener();
    private final AppWebhooks app = new AppWebhooks(Phones.SIGNING_KEY, clock);
    private final AndroidChannel channel = channel(List.of(Phones.DEMO));

    @Test
    void aTextIsHandedOverAndAcknowledgedOnceItIsOnDisk() throws InterruptedException {
        assertThat(status(app.received("0639980001", "slt toi", clock.instant())))
                .isEqualTo(200);

        Inbound text = core.texts.getFirst();
        assertThat(text.line()).isEqualTo(Fixtures.DEMO);
        assertThat(text.sender().key()).isEqualTo(SENDER);
        assertThat(text.kind()).isEqualTo(Inbound.Kind.TEXT);
        assertThat(text.text()).isEqualTo("slt toi");
        assertThat(text.sentAt()).contains(clock.instant());
    }

    @Test
    void olderAppsSayPhoneNumber() throws InterruptedException {
        var payload = app.payload("", clock.instant()).put("message", "slt").put("phoneNumber", SENDER);
        payload.remove("sender");
        assertThat(status(app.event("sms:received", payload))).isEqualTo(200);
        assertThat(core.texts.getFirst().sender().key()).isEqualTo(SENDER);
    }

    @Test
    void whatTheCoreCannotTakeIsToComeAgain() throws InterruptedException {
        Webhook.Call call = app.call(Phones.TOKEN, app.received(SENDER, "slt", clock.instant()));
        core.answer(Taken.LATER);
        assertThat(channel.call(call).status()).isEqualTo(503);
        core.answer(Taken.COMMITTED);
        assertThat(channel.call(call).status()).isEqualTo(200);
        assertThat(core.texts).hasSize(2);
    }

    @Test
    void theSameCallAgainIsAcknowledgedAndNotLookedAt() throws InterruptedException {
        Webhook.Call call = app.call(Phones.TOKEN, app.received(SENDER, "slt", clock.instant()));
        for (int i = 0; i < 50; i++) {
            assertThat(channel.call(call).status()).isEqualTo(200);
        }
        assertThat(core.texts).hasSize(1);
    }

    @Test
    void aTextThatComesTwiceHasOneIdentityAndTwoTextsHaveTwo() throws InterruptedException {
        Instant at = clock.instant();
        for (String body : List.of(
                app.received(SENDER, "slt", at),
                app.received(SENDER, "slt", at),
                app.received(SENDER, "slt", at.plusSeconds(1)),
                app.received(SENDER, "toi", at),
                app.received("+33639980002", "slt", at))) {
            assertThat(status(body)).isEqualTo(200);
        }
        List<Inbound.Identity> identities =
                core.texts.stream().map(Inbound::identity).toList();
        assertThat(identities.get(0)).isEqualTo(identities.get(1));
        assertThat(identities).doesNotContainNull();
        assertThat(identities.stream().distinct()).hasSize(4);
    }

    @Test
    void withoutAMomentTheRetriesOfOneCallHaveOneIdentity() throws InterruptedException {
        var payload = app.payload(SENDER, clock.instant()).put("message", "slt").put("receivedAt", "yesterday");
        String body = app.event("sms:received", payload);
        assertThat(status(body)).isEqualTo(200);
        clock.step(Duration.ofSeconds(10));
        assertThat(status(body)).isEqualTo(200);
        assertThat(status(app.event("sms:received", payload))).isEqualTo(200);
        assertThat(core.texts.stream().map(Inbound::identity).distinct()).hasSize(2);
        assertThat(core.texts.getFirst().sentAt()).isEmpty();
    }

    @Test
    void noBitOfTheSignatureCanBeChanged() throws InterruptedException {
        byte[] body = body();
        String timestamp = app.timestamp();
        byte[] right = HexFormat.of().parseHex(app.sign(body, timestamp));
        for (int bit = 0; bit < right.length * 8; bit++) {
            String wrong = HexFormat.of().formatHex(flipped(right, bit));
            assertThat(channel.call(app.call(Phones.TOKEN, body, timestamp, wrong))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(core.texts).isEmpty();
        assertThat(channel.refused()).isEqualTo(256);
    }

    @Test
    void noBitOfTheBodyCanBeChanged() throws InterruptedException {
        byte[] body = body();
        String timestamp = app.timestamp();
        String signature = app.sign(body, timestamp);
        Random random = new Random(20171027);
        for (int i = 0; i < 500; i++) {
            byte[] changed = flipped(body, random.nextInt(body.length * 8));
            assertThat(channel.call(app.call(Phones.TOKEN, changed, timestamp, signature))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(core.texts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "zz", "0", "a-token-nobody-can-gues", "a-token-nobody-can-guess-", "A-TOKEN"})
    void aWrongTokenOpensNothing(String token) throws InterruptedException {
        assertThat(channel.call(app.call(token, app.received(SENDER, "slt", clock.instant()))))
                .isEqualTo(new Webhook.Answer(403, "text/plain", ""));
        assertThat(core.texts).isEmpty();
        assertThat(channel.health().cause()).doesNotContain("signing key");
    }

    @ParameterizedTest
    @CsvSource({"-301,403", "-300,200", "0,200", "300,200", "301,403", "-86400,403"})
    void aCallIsGoodForFiveMinutesEitherWay(int seconds, int status) throws InterruptedException {
        byte[] body = body();
        String timestamp = String.valueOf(clock.instant().getEpochSecond() + seconds);
        assertThat(channel.call(app.call(Phones.TOKEN, body, timestamp, null)).status())
                .isEqualTo(status);
        assertThat(channel.health().cause().contains("clocks")).isEqualTo(status == 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e9", "99999999999999999999", " 1", "٣"})
    void aTimestampThatIsNoneIsRefused(String timestamp) throws InterruptedException {
        assertThat(channel.call(app.call(Phones.TOKEN, body(), timestamp, null)).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "nonsense"})
    void aSignatureThatIsNoneIsRefused(String signature) throws InterruptedException {
        assertThat(channel.call(app.call(Phones.TOKEN, body(), app.timestamp(), signature))
                        .status())
                .isEqualTo(403);
        assertThat(channel.health().state()).isEqualTo(Health.State.DOWN);
        assertThat(channel.health().cause()).contains("signing-key");
    }

    @Test
    void twoSigningKeysAreGoodWhileOneIsChanged() throws InterruptedException {
        var two = List.of(new Secret("the newer signing key"), new Secret(Phones.SIGNING_KEY));
        AndroidOptions options = Phones.options(NOWHERE);
        var changing = new AndroidOptions(
                options.url(),
                options.username(),
                options.password(),
                options.token(),
                two,
                options.sims(),
                options.sim(),
                options.pace(),
                options.ttl());
        var rotating = new AndroidChannel(changing, List.of(Phones.DEMO), core, clock);
        var newer = new AppWebhooks("the newer signing key", clock);
        String body = app.received(SENDER, "slt", clock.instant());
        assertThat(rotating.call(app.call(Phones.TOKEN, body)).status()).isEqualTo(200);
        assertThat(rotating.call(newer.call(Phones.TOKEN, body)).status()).isEqualTo(200);
        assertThat(channel.call(newer.call(Phones.TOKEN, body)).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"event\":7}",
                "{\"event\":\"sms:received\"}",
                "{\"event\":\"sms:received\",\"payload\":[]}",
                "{\"event\":\"sms:received\",\"payload\":{\"sender\":\"+33639980001\"}}",
                "{\"event\":\"sms:received\",\"payload\":{\"message\":{}}}",
                "{\"event\":\"sms:batch:received\",\"payload\":{\"messages\":7}}",
                "{\"event\":\"sms:sent\",\"payload\":{}}",
                "{\"event\":\"system:ping\",\"event\":\"sms:received\"}",
                "{\"event\":\"system:ping\"} {}"
            })
    void whatMakesNoSenseIsABadRequest(String body) throws InterruptedException {
        assertThat(status(body)).isEqualTo(400);
        assertThat(core.texts).isEmpty();
        assertThat(core.receipts).isEmpty();
    }

    @Test
    void depthIsBounded() throws InterruptedException {
        assertThat(status("{\"event\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .isEqualTo(400);
    }

    @Test
    void batchesAreBoundedAndTakenWhole() throws InterruptedException {
        assertThat(status(batch(EventReader.MOST_IN_BATCH + 1))).isEqualTo(400);
        assertThat(status(batch(3))).isEqualTo(200);
        assertThat(core.texts).extracting(Inbound::text).containsExactly("slt 0", "slt 1", "slt 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mms:received", "sms:data-received"})
    void whatIsNoTextIsHandedOverAsAnotherContact(String event) throws InterruptedException {
        assertThat(status(app.event(event, app.payload(SENDER, clock.instant()).put("data", "SGVsbG8="))))
                .isEqualTo(200);
        assertThat(core.texts.getFirst().kind()).isEqualTo(Inbound.Kind.OTHER);
        assertThat(core.texts.getFirst().text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"system:ping", "app:started", "mms:downloaded", "something:new"})
    void otherEventsAreAcknowledgedAndHandNothingOver(String event) throws InterruptedException {
        assertThat(status(app.event(event, app.payload("", clock.instant())))).isEqualTo(200);
        assertThat(core.texts).isEmpty();
        assertThat(channel.lastInbound()).contains(clock.instant());
    }

    @ParameterizedTest
    @CsvSource({
        "sms:sent,SENT",
        "sms:delivered,DELIVERED",
        "sms:failed,FAILED",
        "sms:cancelled,FAILED",
    })
    void newsOfOurTextsBecomeReceipts(String event, Receipt.State state) throws InterruptedException {
        assertThat(status(app.news(event, Phones.reply(4_711).reference()))).isEqualTo(200);
        assertThat(core.receipts)
                .containsExactly(new Receipt(Fixtures.DEMO, new Receipt.Match.ByReply(4_711), state, clock.instant()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PyDmBQZZXYmyxMwED8Fzy",
                "demo-",
                "demo-007",
                "demo--1",
                "elsewhere-3mv",
                "demo-zzzzzzzzzzzzzz"
            })
    void newsOfOtherTextsAreAcknowledgedAndCounted(String messageId) throws InterruptedException {
        assertThat(status(app.news("sms:sent", messageId))).isEqualTo(200);
        assertThat(core.receipts).isEmpty();
        assertThat(channel.foreign()).isEqualTo(1);
    }

    @Test
    void aReceiptThatCannotBeWrittenDownIsToComeAgain() throws InterruptedException {
        core.answer(Taken.LATER);
        assertThat(status(app.news("sms:delivered", Phones.reply(1).reference())))
                .isEqualTo(503);
    }

    @Test
    void theTextsOfAPrivateSimAreNotLookedAt() throws InterruptedException {
        AndroidChannel business = channel(List.of(Phones.DEMO), "sim", "1");
        var payload = app.payload(SENDER, clock.instant()).put("message", "private");
        String ofOtherSim = app.event("sms:received", payload.deepCopy().put("simNumber", 2));
        String ofOurs = app.event("sms:received", payload.deepCopy().put("simNumber", 1));
        String unsaid = app.event("sms:received", payload.put("message", "who knows"));
        for (String body : List.of(ofOtherSim, ofOurs, unsaid)) {
            assertThat(business.call(app.call(Phones.TOKEN, body)).status()).isEqualTo(200);
        }
        assertThat(core.texts).hasSize(2);
        assertThat(business.foreign()).isEqualTo(1);
    }

    @Test
    void twoLinesAreToldApartByTheirSimOrTheirNumber() throws InterruptedException {
        List<Line> both = List.of(Phones.DEMO, Phones.OTHER);
        AndroidChannel bySim = channel(both, "sim.demo", "1", "sim.other", "2");
        var payload = app.payload(SENDER, clock.instant()).put("message", "slt");
        String second = app.event("sms:received", payload.deepCopy().put("simNumber", 2));
        assertThat(bySim.call(app.call(Phones.TOKEN, second)).status()).isEqualTo(200);

        AndroidChannel byNumber = channel(both);
        String numbered = app.event("sms:received", payload.deepCopy().put("recipient", "06 39 98 00 20"));
        assertThat(byNumber.call(app.call(Phones.TOKEN, numbered)).status()).isEqualTo(200);
        assertThat(core.texts).extracting(Inbound::line).containsOnly(Phones.OTHER.id());
    }

    @Test
    void aTextOfAnUnknownLineWaitsUntilTheKeeperSaysWhich() throws InterruptedException {
        AndroidChannel twoLines = channel(List.of(Phones.DEMO, Phones.OTHER));
        Webhook.Call call = app.call(Phones.TOKEN, app.received(SENDER, "slt", clock.instant()));
        assertThat(twoLines.call(call).status()).isEqualTo(503);
        assertThat(twoLines.health().cause()).contains("sim.");
        assertThat(core.texts).isEmpty();
    }

    @Test
    void theMemoryOfSignaturesIsBounded() {
        Door door = new Door(Phones.options(NOWHERE), clock);
        Webhook.Call first = app.call(Phones.TOKEN, app.received(SENDER, "first", clock.instant()));
        door.remember(first);
        assertThat(door.meet(first)).isEqualTo(Door.Entry.KNOWN);
        for (int i = 0; i < Door.MOST_REMEMBERED; i++) {
            door.remember(app.call(Phones.TOKEN, new byte[0], app.timestamp(), "%064x".formatted(i)));
        }
        assertThat(door.meet(first)).isEqualTo(Door.Entry.COME_IN);
    }

    @Test
    void nothingPrintsANumberOrAWord() throws Exception {
        byte[] body = app.received(SENDER, "secret words", clock.instant()).getBytes(StandardCharsets.UTF_8);
        assertThat(EventReader.read(body)).hasToString("[Arrived[kind=TEXT]]");
    }

    private AndroidChannel channel(List<Line> lines, String... more) {
        return new AndroidChannel(Phones.options(NOWHERE, more), lines, core, clock);
    }

    private int status(String body) throws InterruptedException {
        return channel.call(app.call(Phones.TOKEN, body)).status();
    }

    private byte[] body() {
        return app.received(SENDER, "slt toi", clock.instant()).getBytes(StandardCharsets.UTF_8);
    }

    private String batch(int texts) {
        var payload = app.payload("", clock.instant());
        var messages = payload.putArray("messages");
        for (int i = 0; i < texts; i++) {
            messages.add(app.payload(SENDER, clock.instant()).put("message", "slt " + i));
        }
        return app.event("sms:batch:received", payload);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }
}
