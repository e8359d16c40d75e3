package org.esquive.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Texts the line of a running demo from the terminal, and shows the answer when it comes.
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        description = "Texts the line of a running demo, as a phone would, and waits for its answer.",
        footer = {"", "Example: esquive text +33639980001 \"slt\""})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class TextCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Parameters(index = "0", paramLabel = "FROM", description = "The sender, as the network would name it.")
    private String from;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The words.")
    private String text;

    @Option(
            names = "--wait",
            defaultValue = "8",
            paramLabel = "SECONDS",
            description = "How long to wait for the answer. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--at",
            defaultValue = "http://127.0.0.1:8080",
            paramLabel = "URL",
            description = "Where the demo listens. Default: ${DEFAULT-VALUE}")
    private String at;

    @Spec
    private CommandSpec spec;

    private JsonMapper json;

    @Override
    public Integer call() throws InterruptedException, IOException {
        json = JsonMapper.builder().build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            String body = json.writeValueAsString(Map.of("from", from, "text", text));
            String before = lastReceived(thread(client));
            JsonNode _ = ask(client, request("/loopback/texts").POST(BodyPublishers.ofString(body)));
            say("you    " + text);
            return show(client, before);
        } catch (ConnectException nobody) {
            throw new IOException("nobody listens at " + at + "; start the demo first: ./esquive demo", nobody);
        }
    }

    /// Says what was decided, then what arrives.
    private int show(HttpClient client, String before) throws InterruptedException, IOException {
        JsonNode verdict = thread(client).path("verdicts").path(0);
        say("%8s%s: %s"
                .formatted(
                        "",
                        verdict.path("title").asString(),
                        verdict.path("why").asString()));
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (!verdict.path("silence").asBoolean() && System.nanoTime() < end) {
            JsonNode thread = thread(client);
            if (!lastReceived(thread).equals(before)) {
                say("line   " + last(thread).path("text").asString());
                return 0;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return 0;
    }

    private static String lastReceived(JsonNode thread) {
        return last(thread).path("id").asString("");
    }

    private static JsonNode last(JsonNode thread) {
        JsonNode last = MissingNode.getInstance();
        for (JsonNode bubble : thread.path("bubbles")) {
            last = bubble.path("direction").asString().equals("RECEIVED") ? bubble : last;
        }
        return last;
    }

    private JsonNode thread(HttpClient client) throws InterruptedException, IOException {
        String sender = URLEncoder.encode(from, StandardCharsets.UTF_8);
        return ask(client, request("/loopback/thread?from=" + sender));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(at + path)).timeout(PATIENCE).header("X-Esquive", "cli");
    }

    private JsonNode ask(HttpClient client, HttpRequest.Builder request) throws InterruptedException, IOException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        return switch (answer.statusCode()) {
            case 200 -> json.readTree(answer.body());
            case 404 -> throw new IOException("no imagined phone there; is it a demo, and on this machine?");
            default -> throw new IOException("the demo answered HTTP " + answer.statusCode());
        };
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("  " + line);
        out.flush();
    }
}
