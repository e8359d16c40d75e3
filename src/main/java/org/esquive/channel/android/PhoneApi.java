package org.esquive.channel.android;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.esquive.channel.Checkup;
import org.esquive.channel.Health;
import org.esquive.channel.SendResult;
import org.esquive.message.Outbound;

/// The app's [HTTP interface](https://docs.sms-gate.app/integration/api/), on the phone itself or on its server.
///
/// It speaks HTTP/1.1 and follows no redirect, and `HttpClient` repeats no POST by itself, so that one call is
/// one request; only an explicit "no such page" is asked again, at the older path.
final class PhoneApi implements AutoCloseable {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_OF_BODY = 64 * 1024;
    private static final String NEWER_PATH = "/messages";
    private static final String OLDER_PATH = "/message";
    private static final int NOT_FOUND = 404;

    private final AndroidOptions options;
    private final Verdicts verdicts;
    private final String authorization;
    private final HttpClient http;
    private final Duration answerTimeout;
    private volatile String path = NEWER_PATH;
    private volatile Health health = new Health(Health.State.UNKNOWN, "The phone was not asked yet.");

    PhoneApi(AndroidOptions options, InstantSource clock) {
        this(options, clock, ANSWER_TIMEOUT);
    }

    PhoneApi(AndroidOptions options, InstantSource clock, Duration answerTimeout) {
        this.options = options;
        this.answerTimeout = answerTimeout;
        this.verdicts = new Verdicts(clock);
        String credentials = options.username() + ":" + options.password().reveal();
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /// Asks for a text to be sent, once.
    SendResult send(Outbound outbound) throws InterruptedException {
        byte[] body = MessageBody.of(outbound, options);
        Exchange exchange = post(path, body);
        if (path.equals(NEWER_PATH) && isNotFound(exchange)) {
            exchange = post(OLDER_PATH, body);
            path = isNotFound(exchange) ? NEWER_PATH : OLDER_PATH;
        }
        Verdicts.trouble(exchange).ifPresent(this::isDown);
        SendResult result = verdicts.of(exchange, outbound.reference());
        if (result instanceof SendResult.Accepted) {
            health = Health.UP;
        }
        return result;
    }

    /// Asks how the phone or its server is, and whether it knows where to bring texts.
    ///
    /// @param texting whether texts come in already, whatever its list of webhooks says
    /// @return whether all is well
    boolean beat(boolean texting) throws InterruptedException {
        Optional<String> trouble = Verdicts.troubleWithHealth(get("/health"));
        if (trouble.isEmpty()) {
            trouble = Verdicts.troubleWithWebhooks(get("/webhooks"), options.token(), texting);
        }
        trouble.ifPresentOrElse(this::isDown, () -> health = Health.UP);
        return trouble.isEmpty();
    }

    /// Asks once, for somebody who waits: whether anybody answers at the address, takes the password, and knows where
    /// to bring texts.
    Checkup examine() throws InterruptedException {
        Optional<String> trouble = Verdicts.troubleWithHealth(get("/health"));
        return trouble.isPresent()
                ? new Checkup.Trouble(trouble.get())
                : Verdicts.checkup(get("/webhooks"), options.token());
    }

    /// How it was when last asked.
    Health health() {
        return health;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private void isDown(String cause) {
        health = new Health(Health.State.DOWN, cause);
    }

    private Exchange get(String where) throws InterruptedException {
        return exchange(request(where).timeout(HEALTH_TIMEOUT).GET().build());
    }

    private Exchange post(String where, byte[] body) throws InterruptedException {
        return exchange(request(where)
                .timeout(answerTimeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private HttpRequest.Builder request(String where) {
        return HttpRequest.newBuilder(URI.create(options.url() + where)).header("Authorization", authorization);
    }

    private Exchange exchange(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, _ -> new HeadOfBody(MOST_OF_BODY));
            return new Exchange.Answered(
                    response.statusCode(), response.headers().firstValue("Retry-After"), response.body());
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            return new Exchange.NotSent("The phone or its server cannot be reached: see that the app runs and the phone"
                    + " is in the network, and compare the option url with the app's Home tab.");
        } catch (SSLHandshakeException unsafe) {
            return new Exchange.NotSent("The certificate of the phone or its server is not trusted here: see that the"
                    + " option url has the right name, and that this machine knows who signed its certificate.");
        } catch (IOException lost) {
            return new Exchange.Lost("no answer came (" + lost.getClass().getSimpleName() + ")");
        }
    }

    private static boolean isNotFound(Exchange exchange) {
        return exchange instanceof Exchange.Answered answered && answered.status() == NOT_FOUND;
    }
}
