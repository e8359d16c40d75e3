package org.esquive.lab.faults.rig;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A keeper with a browser, who signs in and looks at the console of a node.
public final class Keeper implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int FOUND = 302;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();
    private final Node node;

    private Keeper(Node node) {
        this.node = node;
    }

    static Keeper signIn(Node node, String password) throws IOException, InterruptedException {
        Keeper keeper = new Keeper(node);
        URI door = node.console("/login");
        String form = "username=keeper&password=" + coded(password);
        HttpResponse<Void> answer = keeper.send(door, keeper.get(door).body(), form);
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/console")) {
            throw new IllegalStateException("the keeper could not sign in");
        }
        return keeper;
    }

    /// Sends a form of a page of a node, with the same browser.
    ///
    /// @param page where the form is
    /// @param action where it goes
    /// @param fields what it says, coded
    public void press(Node at, String page, String action, String fields) throws IOException, InterruptedException {
        int status =
                send(at.console(action), get(at.console(page)).body(), fields).statusCode();
        if (status != FOUND) {
            throw new IllegalStateException(action + " was answered with " + status);
        }
    }

    private HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(page).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private HttpResponse<Void> send(URI action, String page, String fields) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("the page has no form");
        }
        HttpRequest request = HttpRequest.newBuilder(action)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields + "&_csrf=" + coded(token.group(1))))
                .build();
        return browser.send(request, BodyHandlers.discarding());
    }

    /// Whether a page of the console can be read now.
    public boolean canRead(String page) throws InterruptedException {
        return read(page).isPresent();
    }

    /// A page of the console; empty if it is not answered with 200.
    public Optional<String> read(String page) throws InterruptedException {
        return read(node, page);
    }

    /// The same at another node.
    public Optional<String> read(Node at, String page) throws InterruptedException {
        try {
            HttpResponse<String> answer = get(at.console(page));
            return answer.statusCode() == OK ? Optional.of(answer.body()) : Optional.empty();
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
