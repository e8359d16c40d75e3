package org.esquive.alert.ntfy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.esquive.alert.HttpKeeper;
import org.esquive.alert.Notices;
import org.esquive.alert.Telling;
import org.esquive.settings.AlertSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Push messages arrive with their letters, and failures say what to do.
class NtfyAlarmTest {
    private final NtfyAlarmKind kind = new NtfyAlarmKind();
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
    void aNoticeArrivesWithTitlePriorityAndToken() throws InterruptedException {
        assertThat(tell("!token=tk_x")).isEqualTo(new Telling.Told());
        HttpKeeper.Call call = server.calls.getFirst();
        assertThat(call.path()).isEqualTo("/sub/");
        assertThat(call.header("Authorization")).isEqualTo("Bearer tk_x");
        JsonNode message = JsonMapper.shared().readTree(call.body());
        assertThat(message.path("topic").asString()).isEqualTo("alarm-7");
        assertThat(message.path("title").asString()).isEqualTo("Esquive: Ligne demo : vague");
        assertThat(message.path("message").asString()).contains("expéditeurs", "La console montre le reste.");
        assertThat(message.path("priority").asInt()).isEqualTo(4);
    }

    @Test
    void whatTheServerAnswersBecomesWhatToDo() throws InterruptedException {
        server.status = 403;
        assertThat(tell())
                .isEqualTo(
                        new Telling.Failed("127.0.0.1 does not let us publish there: compare topic and token.", false));
        server.status = 302;
        assertThat(tell()).isInstanceOf(Telling.Failed.class);
        assertThat(server.calls).as("no redirect is followed").hasSize(2);
    }

    @Test
    void badSettingsAreSaid() {
        assertThat(kind.problems(Notices.settings("ntfy")))
                .singleElement()
                .asString()
                .startsWith("url is missing");
        assertThat(kind.problems(Notices.settings("ntfy", "url=https://ntfy.sh")))
                .singleElement()
                .asString()
                .contains("end with one topic");
        assertThat(kind.problems(Notices.settings("ntfy", "url=https://ntfy.sh/a", "priority=9")))
                .singleElement()
                .asString()
                .startsWith("priority");
        assertThat(kind.problems(Notices.settings("ntfy", "url=https://ntfy.sh/a", "!token=a\r\nb: c")))
                .singleElement()
                .asString()
                .startsWith("token")
                .doesNotContain("b: c");
    }

    private Telling tell(String... more) throws InterruptedException {
        String[] values = Stream.concat(Stream.of("url=" + server.address("/sub/alarm-7")), Arrays.stream(more))
                .toArray(String[]::new);
        AlertSettings settings = Notices.settings("ntfy", values);
        assertThat(kind.problems(settings)).isEmpty();
        return kind.open(settings, Notices.means()).tell(Notices.flood());
    }
}
