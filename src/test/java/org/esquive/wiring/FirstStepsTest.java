package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.esquive.lab.FakeAndroidGateway;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.yaml.ShippedTexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The first steps with a real way to the phone network: secrets are tried before they are kept, the tone is the
/// keeper's, and a text to one's own phone says that it works.
@SpringBootTest(classes = Wiring.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("slow")
class FirstStepsTest {
    private static final String WELCOME = "/console/welcome";
    private static final String LINE = "lines/not-named-yet/";
    private static final String CHANNEL = "channels/not-named-yet/";

    @TempDir
    static Path data;

    @Autowired
    ApplicationContext context;

    private final FakeAndroidGateway phone = new FakeAndroidGateway();
    private Program program;

    @DynamicPropertySource
    static void start(DynamicPropertyRegistry registry) {
        registry.add("esquive.data", data::toString);
        registry.add("esquive.keepers.port", () -> 0);
    }

    @BeforeEach
    void open() throws Exception {
        program = Program.of(context);
        var _ = program.signIn(context.getBean(KeeperAccount.class).fresh().orElseThrow());
    }

    @AfterEach
    void close() {
        program.close();
        phone.close();
    }

    private HttpResponse<String> answer(String step, String... namesAndValues) throws Exception {
        String page = step.isEmpty() ? WELCOME : WELCOME + "/" + step;
        return program.fill(page, WELCOME + "/" + (step.isEmpty() ? "country" : step), Program.form(namesAndValues));
    }

    private static void leadsTo(String step, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(step);
    }

    private HttpResponse<String> channel(String password, String button) throws Exception {
        return answer(
                "channel",
                CHANNEL + "options/url",
                phone.url().toString(),
                CHANNEL + "options/username",
                FakeAndroidGateway.USERNAME,
                CHANNEL + "secrets/password",
                password,
                CHANNEL + "secrets/token",
                "try-try-try-try-try",
                CHANNEL + "secrets/signing-key",
                "lab-signing-key",
                button,
                "yes");
    }

    @Test
    void secretsAreTriedAToneIsChosenAndATextArrives() throws Exception {
        leadsTo("/way", answer("", LINE + "country", "FR"));
        leadsTo("/channel", answer("way", "way", "kind:android"));

        assertThat(channel("wrong", "test").body())
                .contains("refuses username and password")
                .doesNotContain("hold calm");
        String tried = channel(FakeAndroidGateway.PASSWORD, "test").body();
        assertThat(tried)
                .contains("hold calm", "takes username and password")
                .doesNotContain(FakeAndroidGateway.PASSWORD);
        leadsTo("/line", channel(FakeAndroidGateway.PASSWORD, "next"));

        leadsTo(
                "/promise",
                answer(
                        "line",
                        "name",
                        "line",
                        LINE + "number",
                        "06 39 98 00 11",
                        LINE + "language",
                        "nl",
                        "tone",
                        "same"));
        leadsTo(
                "/promise",
                answer(
                        "line",
                        "name",
                        "line",
                        LINE + "number",
                        "06 39 98 00 11",
                        LINE + "language",
                        "fr",
                        "tone",
                        "brief"));
        assertThat(program.onKeepers(WELCOME + "/line").body())
                .containsPattern("value=\"brief\"[^>]*checked")
                .contains("06 39 98 00 11".replace(" ", "").substring(1));
        leadsTo("/whom", answer("promise"));
        leadsTo("/review", answer("whom", "kind", ""));
        assertThat(program.onKeepers(WELCOME + "/review").body()).contains("French · Brief");
        HttpResponse<String> done = answer("review");
        leadsTo("/done?line=line", done);

        var settings = context.getBean(SettingsDesk.class).current();
        ReplyTexts shipped = ShippedTexts.load().get("fr");
        assertThat(settings.lines()).extracting(line -> line.number().e164()).containsExactly("+33639980011");
        assertThat(settings.texts()).containsOnlyKeys("fr");
        assertThat(settings.texts().get("fr").ladder()).containsExactly(shipped.rung(1), shipped.rung(5));
        assertThat(settings.texts().get("fr").stop()).isEqualTo(shipped.stop());
        Line line = settings.lines().getFirst();

        String page = WELCOME + "/done?line=" + line.id();
        assertThat(program.onKeepers(page).body()).contains("Send yourself a text");
        HttpResponse<String> sent = program.fill(
                page,
                "/console/settings/lines/" + line.id() + "/text",
                Program.form("from", "welcome", "number", "06 39 98 00 03"));
        leadsTo("/done?line=" + line.id(), sent);
        assertThat(program.onKeepers(page).body()).contains("The text left").doesNotContain("639980003", "39 98 00 03");
        assertThat(phone.taken()).singleElement().satisfies(sms -> {
            assertThat(sms.to()).isEqualTo("+33639980003");
            assertThat(sms.text()).contains("this is a test of your line");
        });
    }
}
