package org.esquive.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.esquive.alert.HttpKeeper;
import org.esquive.alert.Notices;
import org.esquive.alert.Options;
import org.esquive.alert.Telling;
import org.esquive.lab.Vectors;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A keeper's program is called with a proof, and no other machine can be reached through it.
class WebhookAlarmTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    private final WebhookAlarmKind kind = new WebhookAlarmKind();
    private HttpKeeper server;

    @BeforeEach
    void start() throws IOException {
        server = new HttpKeeper();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aNoticeArrivesSignedByEveryKey() throws InterruptedException {
        assertThat(tell("allow-private=true", "!signing-secret=" + SECRET, "!signing-secret-2=" + OTHER))
                .isEqualTo(new Telling.Told());
        HttpKeeper.Call call = server.calls.getFirst();
        assertThat(call.method() + " " + call.path()).isEqualTo("POST /hook?a=b");
        assertThat(call.header("webhook-id")).isEqualTo("esquive-x-7-7");
        assertThat(call.header("webhook-timestamp")).isEqualTo(String.valueOf(Notices.AT.getEpochSecond()));
        byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
        assertThat(call.header("webhook-signature").split(" "))
                .containsExactly(
                        new Signature(List.of(new Secret(SECRET))).of("esquive-x-7-7", Notices.AT, body),
                        new Signature(List.of(new Secret(OTHER))).of("esquive-x-7-7", Notices.AT, body));
        JsonNode told = JsonMapper.shared().readTree(call.body());
        assertThat(told.path("type").asString()).isEqualTo("alert");
        assertThat(told.path("data").path("items").get(0).path("kind").asString())
                .isEqualTo("FLOOD");
        assertThat(told.path("data")
                        .path("items")
                        .get(0)
                        .path("facts")
                        .path("newcomers")
                        .asString())
                .isEqualTo("31");
    }

    @Test
    void noRedirectIsFollowed() throws InterruptedException {
        server.status = 302;
        assertThat(tell("allow-private=true", "!signing-secret=" + SECRET)).isInstanceOf(Telling.Failed.class);
        assertThat(server.calls).hasSize(1);
    }

    @Test
    void aMachineOfTheOwnNetworkIsRefusedWhenItIsSavedAndWhenItIsCalled() throws Exception {
        AlertSettings settings = settings("!signing-secret=" + SECRET);
        assertThat(kind.problems(settings)).singleElement().asString().contains("allow-private");
        assertThat(kind.open(settings, Notices.means()).tell(Notices.flood()))
                .isEqualTo(new Telling.Failed(
                        "url leads to a machine that is not on the internet, such as one of your own network; if it is"
                                + " meant to, set the option allow-private: true.",
                        false));
        assertThat(server.calls).isEmpty();
    }

    @Test
    void aNameThatMeansSomethingElseAMomentLaterIsCalledWhereItWasLookedAt() throws Exception {
        InetAddress publicOne = InetAddress.ofLiteral("8.8.8.8");
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Door twoFaced = new Door(_ -> new InetAddress[] {publicOne, loopback}, false);
        assertThat(twoFaced.objection(URI.create("https://rebind.example/"))).isPresent();
        int[] asked = {0};
        Door changing = new Door(_ -> new InetAddress[] {asked[0]++ == 0 ? publicOne : loopback}, false);
        assertThat(changing.open(URI.create("https://rebind.example/"))).isEqualTo(publicOne);
        assertThat(asked[0]).as("looked up once; the address itself is called").isEqualTo(1);
    }

    static Stream<Named<JsonNode>> addresses() {
        return Vectors.of("ssrf")
                .filter(row -> !row.getPayload().path("url").asString().startsWith("("));
    }

    /// Rows of others assert the rule of addresses alone; those of our own the whole.
    @ParameterizedTest
    @MethodSource("addresses")
    void publishedAttacksAreRefused(JsonNode row) {
        String url = row.path("url").asString();
        Options options = new Options(Notices.settings("webhook", "url=" + url), "a webhook");
        var parsed = options.web("url", "x");
        boolean isOwn = row.path("source").path("licence").asString().equals("own");
        Door door = new Door(WebhookAlarmTest::lookUp, false);
        boolean refused = !options.problems().isEmpty()
                || (isOwn ? door.objection(parsed) : door.objectionToMachine(parsed)).isPresent();
        Vectors.expect(row, "blocked", blocked -> assertThat(refused).isEqualTo(blocked.asBoolean()));
    }

    private static InetAddress[] lookUp(String name) throws UnknownHostException {
        return switch (name) {
            case "127.0.0.1.nip.io" -> new InetAddress[] {InetAddress.getLoopbackAddress()};
            case "metadata.google.internal" -> new InetAddress[] {InetAddress.ofLiteral("169.254.169.254")};
            case "example.org" -> new InetAddress[] {InetAddress.ofLiteral("8.8.8.8")};
            default -> throw new UnknownHostException("not in this test");
        };
    }

    static Stream<Named<JsonNode>> signatures() {
        return Vectors.of("webhook_signature");
    }

    /// Ours is among the signatures exactly where a receiver accepts them.
    @ParameterizedTest
    @MethodSource("signatures")
    void signaturesAreThoseOfTheStandard(JsonNode row) {
        String ours = new Signature(List.of(new Secret(row.path("secret").asString())))
                .of(
                        row.path("msg_id").asString(),
                        Instant.ofEpochSecond(row.path("timestamp").asLong()),
                        row.path("body").asString().getBytes(StandardCharsets.UTF_8));
        List<String> claimed = Arrays.asList(row.path("signature").asString().split(" "));
        Vectors.expect(row, "valid", valid -> assertThat(claimed.contains(ours)).isEqualTo(valid.asBoolean()));
    }

    @Test
    void badSettingsAreSaid() {
        assertThat(kind.problems(Notices.settings("webhook", "url=https://8.8.8.8/a")))
                .singleElement()
                .asString()
                .startsWith("signing-secret is missing");
        assertThat(kind.problems(
                        Notices.settings("webhook", "url=https://8.8.8.8/a", "!signing-secret=whsec_c2hvcnQ=")))
                .singleElement()
                .asString()
                .contains("24 to 64 bytes")
                .doesNotContain("c2hvcnQ");
        assertThat(kind.problems(Notices.settings("webhook", "url=http://8.8.8.8/a", "!signing-secret=" + SECRET)))
                .singleElement()
                .asString()
                .contains("https");
        assertThat(kind.problems(Notices.settings("webhook", "url=https://8.8.8.8/a", "!signing-secret=" + SECRET)))
                .isEmpty();
    }

    private AlertSettings settings(String... more) {
        String url = "url=" + server.address("/hook?a=b");
        return Notices.settings(
                "webhook", Stream.concat(Stream.of(url), Arrays.stream(more)).toArray(String[]::new));
    }

    private Telling tell(String... more) throws InterruptedException {
        AlertSettings settings = settings(more);
        assertThat(kind.problems(settings)).isEmpty();
        return kind.open(settings, Notices.means()).tell(Notices.flood());
    }
}
