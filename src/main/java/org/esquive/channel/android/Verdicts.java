package org.esquive.channel.android;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.esquive.channel.Checkup;
import org.esquive.channel.SendResult;
import org.esquive.settings.Secret;

/// What an exchange means. "Not sent" takes proof: no byte left, or the peer said so. Everything else that is not
/// a yes is unknown, and an unknown reply is never sent again, although its id would make the server notice: the
/// phone itself keeps no such memory.
///
/// | answer | result |
/// |---|---|
/// | 2xx | accepted |
/// | 409 | accepted: it has this id already |
/// | 401, 403 | deferred, 10 minutes: username or password |
/// | 404, 301, 307, 308 | deferred, 10 minutes: the option `url` |
/// | 429; 503 with `Retry-After` or `QueueLimitExceeded` | deferred, as long as it says |
/// | other 4xx | refused |
/// | 5xx, other 3xx, anything else, no answer | unknown |
/// | no connection | deferred, 15 seconds |
final class Verdicts {
    static final Duration UNREACHABLE = Duration.ofSeconds(15);
    static final Duration BUSY = Duration.ofMinutes(1);
    static final Duration MISCONFIGURED = Duration.ofMinutes(10);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final String QUEUE_IS_FULL = "QueueLimitExceeded";
    private static final String BUSY_CAUSE = "the phone or its server has too much to send";
    private static final String WRONG_PASSWORD =
            "The phone or its server refuses username and password: compare them with the app's Home tab.";
    private static final String WRONG_URL = "No SMS Gateway answers at the option url: it is http://address:8080 for a"
            + " phone in the own network, and ends in /3rdparty/v1 for a server.";

    private static final String NO_ANSWER =
            "The phone or its server takes connections and does not answer: open the app, or start the phone again.";
    private static final String WELL = "The phone or its server answers, and takes username and password.";
    private static final String NO_WEBHOOK =
            "The app has no webhook for sms:received that ends in this channel's token:"
                    + " register it as docs/channels/android.md says.";

    private final InstantSource clock;

    Verdicts(InstantSource clock) {
        this.clock = clock;
    }

    /// What became of a text.
    ///
    /// @param reference the id it was sent under
    SendResult of(Exchange exchange, String reference) {
        return switch (exchange) {
            case Exchange.NotSent notSent -> new SendResult.Deferred(UNREACHABLE, notSent.cause());
            case Exchange.Lost lost -> new SendResult.Unknown(lost.cause());
            case Exchange.Answered answered -> of(answered, reference);
        };
    }

    private SendResult of(Exchange.Answered answered, String reference) {
        int status = answered.status();
        return switch (status) {
            case 401, 403 -> new SendResult.Deferred(MISCONFIGURED, WRONG_PASSWORD);
            case 404, 301, 307, 308 -> new SendResult.Deferred(MISCONFIGURED, WRONG_URL);
            case 409 -> new SendResult.Accepted(Optional.of(reference));
            case 429 -> new SendResult.Deferred(wait(answered), BUSY_CAUSE);
            case 503 -> isRefusal(answered) ? new SendResult.Deferred(wait(answered), BUSY_CAUSE) : unknown(status);
            default -> {
                if (status >= 200 && status < 300) {
                    yield new SendResult.Accepted(Optional.of(reference));
                }
                yield status >= 400 && status < 500 ? new SendResult.Refused("HTTP " + status) : unknown(status);
            }
        };
    }

    /// What a keeper should do, if an exchange shows that the settings or the way are wrong.
    static Optional<String> trouble(Exchange exchange) {
        return switch (exchange) {
            case Exchange.NotSent notSent -> Optional.of(notSent.cause());
            case Exchange.Lost _ -> Optional.empty();
            case Exchange.Answered answered ->
                switch (answered.status()) {
                    case 401, 403 -> Optional.of(WRONG_PASSWORD);
                    case 404, 301, 307, 308 -> Optional.of(WRONG_URL);
                    default -> Optional.empty();
                };
        };
    }

    /// What a keeper should do after `GET /health`.
    static Optional<String> troubleWithHealth(Exchange exchange) {
        return trouble(exchange).or(() -> switch (exchange) {
            case Exchange.NotSent _ -> Optional.empty();
            case Exchange.Lost _ -> Optional.of(NO_ANSWER);
            case Exchange.Answered answered ->
                answered.status() == 200
                        ? Optional.empty()
                        : Optional.of("The phone or its server says HTTP " + answered.status()
                                + " when asked how it is: open the app and look at its Home tab.");
        });
    }

    /// What a keeper should do after `GET /webhooks`. Servers without such a list are as well.
    ///
    /// @param texting whether texts come in already, whatever the list says
    static Optional<String> troubleWithWebhooks(Exchange exchange, Secret token, boolean texting) {
        if (!(exchange instanceof Exchange.Answered answered)) {
            return Optional.empty();
        }
        return switch (answered.status()) {
            case 401, 403 -> Optional.of(WRONG_PASSWORD);
            case 200 ->
                Registration.isMissing(answered.head(), token.reveal()) && !texting
                        ? Optional.of(NO_WEBHOOK)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// What to tell somebody who tries a phone that is well, after `GET /webhooks`. That it does not bring texts yet
    /// is no trouble: that is the step after this.
    static Checkup checkup(Exchange exchange, Secret token) {
        Optional<String> trouble = troubleWithWebhooks(exchange, token, false);
        boolean isWell = trouble.filter(cause -> !cause.equals(NO_WEBHOOK)).isEmpty();
        return isWell
                ? new Checkup.Well(trouble.map(next -> WELL + " Next: " + next).orElse(WELL))
                : new Checkup.Trouble(trouble.get());
    }

    private static SendResult unknown(int status) {
        return new SendResult.Unknown("HTTP " + status + " after the text was handed over");
    }

    /// A bare 503 may come from a proxy that lost the answer of a server that did take the text.
    private static boolean isRefusal(Exchange.Answered answered) {
        return answered.retryAfter().isPresent() || answered.head().contains(QUEUE_IS_FULL);
    }

    private Duration wait(Exchange.Answered answered) {
        Duration wait = answered.retryAfter().flatMap(this::duration).orElse(BUSY);
        Duration atLeast = wait.isPositive() ? wait : Duration.ofSeconds(1);
        return atLeast.compareTo(LONGEST_WAIT) < 0 ? atLeast : LONGEST_WAIT;
    }

    private Optional<Duration> duration(String retryAfter) {
        if (SECONDS.matcher(retryAfter).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        try {
            var until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), until.toInstant()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
