package org.esquive.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.esquive.channel.Webhook;
import org.esquive.channel.Webhook.Answer;
import org.esquive.channel.Webhook.Call;
import org.esquive.ledger.LedgerUnavailable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/// The route through which networks call: `/hook/{channel}/{token}`. It hands over the raw call and repeats the
/// channel's answer; whether the call is genuine is the channel's to know.
@Controller
public final class HookRoute {
    /// Bytes of a body; more is 413, before anybody reads it.
    public static final int LARGEST_BODY = 256 * 1024;

    private static final Answer NOBODY = new Answer(404, "text/plain", "");
    private static final Answer TOO_LARGE = new Answer(413, "text/plain", "");

    private final Function<String, Optional<Webhook>> webhooks;

    /// @param webhooks the channel of that id, if it is open and called over HTTP
    public HookRoute(Function<String, Optional<Webhook>> webhooks) {
        this.webhooks = webhooks;
    }

    /// The body is read before the channel is looked for, so that an unknown channel takes as long as a wrong
    /// token.
    @RequestMapping(
            path = "/hook/{channel}/{token}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> call(@PathVariable String channel, @PathVariable String token, HttpServletRequest request)
            throws IOException {
        byte[] body = request.getContentLengthLong() > LARGEST_BODY
                ? new byte[LARGEST_BODY + 1]
                : request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return response(TOO_LARGE);
        }
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        Call call = new Call(request.getMethod(), token, query, headers(request), body);
        return response(
                webhooks.apply(channel).map(webhook -> ask(webhook, call)).orElse(NOBODY));
    }

    private static Answer ask(Webhook webhook, Call call) {
        try {
            return webhook.call(call);
        } catch (LedgerUnavailable _) {
            return Answer.LATER;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Answer.LATER;
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    private static ResponseEntity<byte[]> response(Answer answer) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.status(answer.status())
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        MediaType.parseMediaType(answer.contentType()).toString())
                .body(body);
    }
}
