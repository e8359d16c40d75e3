package org.esquive.lab.faults.rig;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A keeper with a browser, who signs in and looks at the console of a node.
public final class Keeper implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();
    private final Node node;

    private Keeper(Node node) {
        this.node = node;
    }

    /// Signs in with the first password.
    public static Keeper signIn(Node node) throws IOException, InterruptedException {
        Keeper keeper = new Keeper(node);
        URI door = node.console("/login");
        String page = keeper.browser
                .send(HttpRequest.newBuilder(door).timeout(PATIENCE).build(), BodyHandlers.ofString())
                .body();
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("the login page has no form");
        }
        String password = Files.readString(node.passwordFile()).strip();
        String form = "username=keeper&password=" + coded(password) + "&_csrf=" + coded(token.group(1));
        HttpRequest request = HttpRequest.newBuilder(door)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        var answer = keeper.browser.send(request, BodyHandlers.discarding());
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/console")) {
            throw new IllegalStateException("the keeper could not sign in");
        }
        return keeper;
    }

    /// Whether a page of the console can be read now.
    public boolean canRead(String page) throws InterruptedException {
        return read(page).isPresent();
    }

    /// A page of the console; empty if it is not answered with 200.
    public Optional<String> read(String page) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(node.console(page)).timeout(PATIENCE).build();
            var answer = browser.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException lost) {
            return Optional.empty();
        }
    }

    private static String coded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        browser.shutdownNow();
        browser.close();
    }
}
