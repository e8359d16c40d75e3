package org.esquive.channel.android;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.esquive.channel.Checkup;
import org.esquive.channel.Pace;
import org.esquive.channel.SendResult;
import org.esquive.lab.AppWebhooks;
import org.esquive.lab.FakeAndroidGateway;
import org.esquive.lab.RecordingListener;
import org.esquive.lab.WebhookHost;
import org.esquive.message.Inbound;
import org.esquive.message.Receipt;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The options of a phone, and a conversation over real sockets.
class AndroidChannelKindTest {
    private static final URI CLOUD = URI.create("https://api.sms-gate.app/3rdparty/v1");

    private final AndroidChannelKind kind = new AndroidChannelKind(InstantSource.system());

    @Test
    void goodSettingsHaveNoProblems() {
        assertThat(kind.name()).isEqualTo("android");
        assertThat(kind.problems(Phones.settings(CLOUD, "sim", "2", "per-minute", "6", "ttl", "600", "sim.demo", "1")))
                .isEmpty();
        assertThat(Phones.options(CLOUD).pace()).isEqualTo(new Pace(20, 4));
    }

    @Test
    void itIsTriedBeforeItIsUsed() throws InterruptedException {
        try (FakeAndroidGateway phone = new FakeAndroidGateway()) {
            ChannelSettings right = Phones.settings(phone.url());
            ChannelSettings wrong = new ChannelSettings(
                    "phone", "android", right.options(), with(Phones.secrets(), "password", "wrong"));

            assertThat(kind.examine(right))
                    .isInstanceOf(Checkup.Well.class)
                    .extracting(Checkup::sentence, InstanceOfAssertFactories.STRING)
                    .contains("takes username and password", "Next: The app has no webhook");
            phone.register("sms:received", URI.create("https://esquive.example.org/hook/phone/" + Phones.TOKEN));
            assertThat(kind.examine(right))
                    .isEqualTo(new Checkup.Well("The phone or its server answers, and takes username and password."));
            assertThat(kind.examine(wrong))
                    .isInstanceOf(Checkup.Trouble.class)
                    .extracting(Checkup::sentence, InstanceOfAssertFactories.STRING)
                    .contains("refuses username and password");
            assertThat(phone.taken()).isEmpty();
        }
    }

    private static Map<String, Secret> with(Map<String, Secret> secrets, String name, String value) {
        Map<String, Secret> changed = new HashMap<>(secrets);
        changed.put(name, new Secret(value));
        return changed;
    }

    @Test
    void everyMissingSettingIsNamed() {
        var nothing = new ChannelSettings("phone", "android", Map.of(), Map.of());
        assertThat(String.join("\n", kind.problems(nothing)))
                .contains("url is missing", "username is", "password is", "token is", "signing-key is");
    }

    @ParameterizedTest
    @CsvSource({
        "sim,0",
        "sim,4",
        "sim,first",
        "sim.demo,9",
        "sim.Not A Line,1",
        "per-minute,0",
        "per-minute,601",
        "per-minute,9999999999999",
        "ttl,59",
        "ttl,86401",
        "ttl,1h",
        "username,a:b",
        "colour,red",
    })
    void aWrongOptionIsNamed(String name, String value) {
        assertThat(kind.problems(Phones.settings(CLOUD, name, value)))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith(name + " "));
    }

    @ParameterizedTest
    @CsvSource({
        "token,short-token",
        "token,a token with a slash /",
        "signing-key,short",
        "signing-key-2,short",
        "toke,x"
    })
    void aWrongSecretIsNamedAndNotRepeated(String name, String value) {
        Map<String, Secret> secrets = new HashMap<>(Phones.secrets());
        secrets.put(name, new Secret(value));
        var settings =
                new ChannelSettings("phone", "android", Phones.settings(CLOUD).options(), secrets);
        assertThat(kind.problems(settings))
                .hasSize(1)
                .first()
                .satisfies(problem -> assertThat(problem).startsWith(name + " ").doesNotContain(value));
        assertThatThrownBy(() -> kind.open(settings, List.of(Phones.DEMO), new RecordingListener()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.sms-gate.app/3rdparty/v1",
                "https://192.168.1.10:8080/",
                "http://192.168.1.10:8080",
                "http://10.0.0.7:8080",
                "http://172.16.0.1",
                "http://127.0.0.1:8080",
                "http://localhost:8080",
                "http://[fd00::1]:8080",
                "http://[fe80::1]:8080",
            })
    void addressesThatAreFine(String url) {
        assertThat(kind.problems(Phones.settings(URI.create(url)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.sms-gate.app",
                "http://phone.local:8080",
                "http://203.0.113.7:8080",
                "http://172.32.0.1",
                "http://[2001:db8::1]",
                "http://999.1.1.1",
                "ftp://192.168.1.10",
                "192.168.1.10:8080",
                "/messages",
                "https://",
                "https://user:word@example.org",
                "https://example.org/?x=1",
                "https://example.org/#x",
                "not an address",
            })
    void addressesThatAreNot(String url) {
        var options = Map.of("url", url, "username", "phone");
        assertThat(kind.problems(new ChannelSettings("phone", "android", options, Phones.secrets())))
                .hasSize(1)
                .first()
                .satisfies(problem -> assertThat(problem).startsWith("url "));
    }

    @Test
    void aConversationOverRealSockets() throws IOException, InterruptedException {
        RecordingListener core = new RecordingListener();
        try (FakeAndroidGateway phone = new FakeAndroidGateway();
                AndroidChannel channel = new AndroidChannel(
                        Phones.options(phone.url()), List.of(Phones.DEMO), core, InstantSource.system());
                WebhookHost esquive = new WebhookHost(channel)) {
            AppWebhooks app = new AppWebhooks(Phones.SIGNING_KEY, InstantSource.system());
            URI hook = esquive.address("phone", Phones.TOKEN);
            String text =
                    app.received("0639980001", "slt 😀", InstantSource.system().instant());
            assertThat(app.post(hook, text)).isEqualTo(200);
            assertThat(app.post(hook, text)).isEqualTo(200);
            assertThat(app.post(esquive.address("phone", "wrong"), text)).isEqualTo(403);

            assertThat(channel.send(Phones.reply(7))).isInstanceOf(SendResult.Accepted.class);
            String id = phone.taken().getFirst().id();
            assertThat(app.post(hook, app.news("sms:delivered", id))).isEqualTo(200);
            assertThat(app.post(hook, app.news("sms:sent", id))).isEqualTo(200);
        }
        assertThat(core.texts.stream().map(Inbound::identity).distinct()).hasSize(1);
        assertThat(core.receipts)
                .extracting(Receipt::state)
                .containsExactly(Receipt.State.DELIVERED, Receipt.State.SENT);
    }
}
