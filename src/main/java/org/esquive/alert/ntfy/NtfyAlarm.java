package org.esquive.alert.ntfy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.esquive.alert.Alarm;
import org.esquive.alert.Notice;
import org.esquive.alert.Telling;
import org.esquive.alert.Unreachable;
import tools.jackson.databind.json.JsonMapper;

/// Publishes a notice as one push message.
final class NtfyAlarm implements Alarm {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);

    /// Longer messages become an attached file.
    private static final int MOST_BYTES = 4_000;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    private final NtfyOptions options;

    NtfyAlarm(NtfyOptions options) {
        this.options = options;
    }

    @Override
    public Telling tell(Notice notice) throws InterruptedException {
        String host = options.server().getHost();
        try {
            HttpResponse<Void> answer = HTTP.send(request(notice), BodyHandlers.discarding());
            return told(answer.statusCode(), host);
        } catch (IOException failure) {
            return Unreachable.because(failure, host);
        }
    }

    private HttpRequest request(Notice notice) {
        HttpRequest.Builder request = HttpRequest.newBuilder(options.server())
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of(
                        "topic",
                        options.topic(),
                        "title",
                        notice.subject(),
                        "message",
                        shortened(notice.text()),
                        "priority",
                        notice.isUrgent() ? options.priority() : Math.max(1, options.priority() - 1),
                        "tags",
                        List.of(notice.isUrgent() ? "rotating_light" : "telephone_receiver")))));
        options.token().ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
        return request.build();
    }

    private static Telling told(int status, String host) {
        return switch (status) {
            case 200 -> new Telling.Told();
            case 401, 403 ->
                new Telling.Failed(host + " does not let us publish there: compare topic and token.", false);
            case 429 -> new Telling.Failed(host + " takes no more messages for now.", true);
            default -> new Telling.Failed(host + " answered " + status + ": is the url that of an ntfy topic?", true);
        };
    }

    private static String shortened(String text) {
        String whole = text.strip();
        if (whole.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return whole;
        }
        int end = whole.length();
        while (whole.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            end = whole.lastIndexOf('\n', end - 1);
        }
        return whole.substring(0, end) + "\n…";
    }
}
