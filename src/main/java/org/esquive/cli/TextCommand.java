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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Texts the line of a running demo from the terminal, and shows the answer when it comes.
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        description = "Texts the line of a running demo, as a phone would, and waits for its answer.",
        footer = {"", "Example: esquive text +33639980001 \"slt\""})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class TextCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Parameters(index = "0", paramLabel = "FROM", description = "The sender, as the network would name it.")
    private String from;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The words.")
    private String text;

    @Option(
            names = "--wait",
            defaultValue = "8",
            paramLabel = "SECONDS",
            description = "How long to wait for the answer, 0 to 3600. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--at",
            defaultValue = "http://127.0.0.1:8080",
            paramLabel = "URL",
            description = "Where the demo listens. Default: ${DEFAULT-VALUE}")
    private URI at;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            int before = thread(client).size();
            HttpResponse<String> answer = client.send(texting(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the demo did not take the text (HTTP " + answer.statusCode() + ")");
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println("  you   " + text);
            out.flush();
            return show(client, before + 1);
        } catch (ConnectException nobody) {
            throw new IOException("nobody listens at " + at + "; start the demo first: esquive demo", nobody);
        }
    }
}
