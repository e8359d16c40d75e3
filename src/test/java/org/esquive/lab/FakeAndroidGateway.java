package org.esquive.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A phone with the app SMS Gateway for Android, as its API shows it: a real HTTP server on loopback that checks who
/// asks and what they ask, and an [AppWebhooks] that signs and calls. It can be told to misbehave.
public final class FakeAndroidGateway implements AutoCloseable {
    public static final String USERNAME = "phone";
    public static final String PASSWORD = "correct horse";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MESSAGES = "/messages";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final List<Sms> taken = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Map<String, URI> webhooks = new ConcurrentHashMap<>();
    private volatile String path = MESSAGES;
    private volatile int health = 200;
    private volatile Consumer<Sms> witness = _ -> {};

    /// What goes wrong with the next request to send.
    public enum Fault {
        /// HTTP 401.
        UNAUTHORIZED,
        /// HTTP 429 that asks for 7 seconds.
        THROTTLED,
        /// HTTP 503 with the error of a full queue.
        QUEUE_FULL,
        /// HTTP 503 without a word, as from a proxy.
        BARE_503,
        /// HTTP 500 after the text was taken.
        ERROR_AFTER_TAKING,
        /// HTTP 400.
        BAD_REQUEST,
        /// HTTP 302 to elsewhere.
        REDIRECT,
        /// The text is taken and no answer comes until the fake is closed.
        HANG,
        /// The text is taken and the connection cut before the answer.
        CUT_BEFORE_ANSWER,
        /// The text is taken and the connection cut in the middle of the answer's body.
        CUT_IN_BODY
    }

    /// A text that the phone was asked to send.
    ///
    /// @param sim the SIM asked for, or 0
    public record Sms(String id, String to, String text, int sim, long ttl) {}

    public FakeAndroidGateway() {
        this(0);
    }

    /// A phone at a port of this machine; 0 is any that is free.
    public FakeAndroidGateway(int port) {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /// What goes into the option `url`.
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Lets the next requests to send go wrong, one each.
    public void next(Fault... wanted) {
        faults.addAll(List.of(wanted));
    }

    /// Behaves like an older app, which knows `/message` only.
    public void beOlder() {
        path = "/message";
    }

    /// Answers questions for health with this status.
    public void health(int status) {
        health = status;
    }

    /// Registers a webhook, as `POST /webhooks` does.
    public void register(String event, URI address) {
        webhooks.put(event, address);
    }

    /// The texts the phone took, in order.
    public List<Sms> taken() {
        return List.copyOf(taken);
    }

    /// Has somebody told of each text as it is taken, before the answer leaves.
    public void onTaken(Consumer<Sms> told) {
        witness = told;
    }

    /// The bodies of the requests to send, as they came.
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /// Where an event is to be told, if anywhere.
    URI webhook(String event) {
        return webhooks.get(event);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String where =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            if (!isAuthorized(exchange)) {
                reply(exchange, 401, "{\"message\":\"Unauthorized\"}");
            } else if (where.equals("POST " + path)) {
                send(exchange);
            } else if (where.equals("GET /health")) {
                reply(exchange, health, "{\"status\":\"pass\"}");
            } else if (where.equals("GET /webhooks")) {
                reply(exchange, 200, list());
            } else if (where.equals("POST /webhooks")) {
                register(exchange);
            } else {
                reply(exchange, 404, "");
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isAuthorized(HttpExchange exchange) {
        String expected =
                Base64.getEncoder().encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private void register(HttpExchange exchange) throws IOException {
        JsonNode webhook = JSON.readTree(exchange.getRequestBody().readAllBytes());
        register(
                webhook.path("event").asString(), URI.create(webhook.path("url").asString()));
        reply(exchange, 201, webhook.toString());
    }

    private String list() {
        var list = JSON.createArrayNode();
        webhooks.forEach((event, url) ->
                list.addObject().put("id", event).put("event", event).put("url", url + ""));
        return list.toString();
    }

    private void send(HttpExchange exchange) throws IOException, InterruptedException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(body);
        Fault fault = faults.poll();
        switch (fault) {
            case null -> reply(exchange, take(body), "{\"state\":\"Pending\"}");
            case UNAUTHORIZED -> reply(exchange, 401, "");
            case THROTTLED -> {
                exchange.getResponseHeaders().set("Retry-After", "7");
                reply(exchange, 429, "");
            }
            case QUEUE_FULL -> reply(exchange, 503, "{\"error\":\"QueueLimitExceeded\",\"message\":\"too many\"}");
            case BARE_503 -> reply(exchange, 503, "");
            case BAD_REQUEST -> reply(exchange, 400, "");
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", url() + path);
                reply(exchange, 302, "");
            }
            case ERROR_AFTER_TAKING -> {
                take(body);
                reply(exchange, 500, "");
            }
            case HANG -> {
                take(body);
                closed.await();
            }
            case CUT_BEFORE_ANSWER -> take(body);
            case CUT_IN_BODY -> {
                int status = take(body);
                exchange.sendResponseHeaders(status, 1_000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            }
        }
    }

    /// Takes a text as the server does: what it does not understand is a bad request, an id it has is a conflict.
    private int take(String body) {
        try {
            JsonNode asked = JSON.readTree(body);
            JsonNode numbers = asked.path("phoneNumbers");
            JsonNode sim = asked.path("simNumber");
            Sms sms = new Sms(
                    asked.path("id").asString(""),
                    numbers.path(0).asString(""),
                    asked.path("textMessage").path("text").asString(""),
                    sim.asInt(0),
                    asked.path("ttl").asLong(0));
            boolean fine = !sms.id().isEmpty()
                    && !sms.text().isEmpty()
                    && numbers.size() == 1
                    && sms.to().matches("\\+[1-9][0-9]{7,14}")
                    && (sim.isMissingNode() || sms.sim() >= 1)
                    && asked.path("withDeliveryReport").isBoolean()
                    && sms.ttl() > 0;
            if (!fine) {
                return 400;
            }
            if (taken.stream().anyMatch(earlier -> earlier.id().equals(sms.id()))) {
                return 409;
            }
            taken.add(sms);
            witness.accept(sms);
            return 202;
        } catch (JacksonException notJson) {
            return 400;
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
