package org.esquive.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.catalina.connector.Connector;
import org.esquive.channel.loopback.Bubble;
import org.esquive.channel.loopback.LoopbackChannelKind;
import org.esquive.ledger.Figures;
import org.esquive.ledger.ReplyState;
import org.esquive.message.LineId;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/// The running program, as a browser and a command see it.
///
/// @param context the program
/// @param client a browser with its own cookies
record Program(ApplicationContext context, HttpClient client) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    static Program of(ApplicationContext context) {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new Program(context, client);
    }

    int publicPort() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    int keepersPort() {
        return context.getBean(Connector.class).getLocalPort();
    }

    HttpResponse<String> onPublic(String path, String... headers) throws IOException, InterruptedException {
        return get(publicPort(), path, headers);
    }

    HttpResponse<String> onKeepers(String path, String... headers) throws IOException, InterruptedException {
        return get(keepersPort(), path, headers);
    }

    /// Signs the first keeper in.
    HttpResponse<String> signIn(String password) throws IOException, InterruptedException {
        return signIn("keeper", password, "");
    }

    /// Signs somebody in.
    ///
    /// @param code of their app, or a recovery code; empty if they have none
    HttpResponse<String> signIn(String name, String password, String code) throws IOException, InterruptedException {
        return submit("/login", "/login", form("username", name, "password", password, "code", code));
    }

    /// Fills in a form of a page of keepers and sends it, as a browser does.
    HttpResponse<String> submit(String page, String path, String form) throws IOException, InterruptedException {
        return postForm(path, form + "&" + token(page), "Sec-Fetch-Site", "same-origin");
    }

    /// Names and values as a form carries them.
    static String form(String... namesAndValues) {
        return IntStream.range(0, namesAndValues.length)
                .mapToObj(i -> (i % 2 == 0 ? i == 0 ? "" : "&" : "=") + URLEncoder.encode(namesAndValues[i], UTF_8))
                .collect(Collectors.joining());
    }

    /// Presses a button of a page of keepers.
    HttpResponse<String> press(String page, String path) throws IOException, InterruptedException {
        return postForm(path, token(page));
    }

    /// Sends a form of a page of keepers.
    HttpResponse<String> fill(String page, String path, String fields) throws IOException, InterruptedException {
        return postForm(path, token(page) + "&" + fields);
    }

    HttpResponse<String> postForm(String path, String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(keepersPort(), path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /// What proves that a form is of ours, as a field of it.
    String token(String page) throws IOException, InterruptedException {
        String token = TOKEN.matcher(onKeepers(page).body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
        return "_csrf=" + URLEncoder.encode(token, UTF_8);
    }

    /// Texts the first line as a command would.
    HttpResponse<String> text(String from, String text) throws IOException, InterruptedException {
        String json = "{\"from\":\"%s\",\"text\":\"%s\"}".formatted(from, text);
        return send(request(publicPort(), "/loopback/texts")
                .header("X-Esquive", "test")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /// Texts the first line and waits until the answer is on the phone and the program knows it.
    Bubble textAndAwaitAnswer(String from, String text) throws Exception {
        BlockingQueue<Bubble> delivered = new LinkedBlockingQueue<>();
        var phone = context.getBean(LoopbackChannelKind.class).channel("phone").orElseThrow();
        try (var _ = phone.watch(bubble -> {
            if (bubble.state() == Bubble.State.DELIVERED) {
                delivered.add(bubble);
            }
        })) {
            var _ = text(from, text);
            Bubble answer = delivered.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("no answer to a text within " + PATIENCE);
            }
            awaitThatNothingIsOnItsWay();
            return answer;
        }
    }

    /// A receipt may be known a moment before the sending is.
    private void awaitThatNothingIsOnItsWay() {
        Figures figures = context.getBean(Figures.class);
        LineId line =
                context.getBean(SettingsDesk.class).current().lines().getFirst().id();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (figures.latest(line, 0, 1).stream().anyMatch(Program::isOnItsWay)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("a reply is on its way after " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }

    private static boolean isOnItsWay(Figures.Entry entry) {
        return entry.reply()
                .map(Figures.Reply::state)
                .filter(ReplyState.SENDING::equals)
                .isPresent();
    }

    HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        return send(request(publicPort(), path).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> get(int port, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(port, path).header("Accept", "text/html, */*;q=0.8");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
