package org.esquive.wiring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.cli.EsquiveCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/// Sends canaries through the whole program and looks for them in everything it writes.
@Tag("slow")
class LeakTest {
    /// A number whose last digits stand for themselves, so that they can be looked for.
    private static final String NUMBER = "+33639987351";

    private static final List<String> CANARIES =
            List.of(NUMBER, "33639987351", "0639987351", "06 39 98 73 51", "987351", "canary words", "canary-secret");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    @Test
    void noNumberNoTextAndNoSecretIsInALogOrOnAPageOrInAFile() throws Exception {
        Path settings = Files.writeString(folder.resolve("settings.yaml"), SETTINGS);
        Path data = folder.resolve("data");
        StringBuilder pages = new StringBuilder();
        try (ConfigurableApplicationContext context = start(data, settings);
                Program program = Program.of(context)) {
            listenToEverything();
            var _ = program.textAndAwaitAnswer(NUMBER, "canary words");
            var _ = program.text(NUMBER, "AIDE");
            var _ = program.text("canary words", "canary words");
            var _ = program.post("/hook/real/canary-secret-wrong", "canary words".getBytes(UTF_8));
            var _ = program.post("/hook/real/canary-secret-0123456789", "canary words".getBytes(UTF_8));
            var _ = program.signIn("canary-secret");
            for (String page : List.of("/", "/nowhere/" + NUMBER, "/hook/none/canary-secret")) {
                pages.append(program.onPublic(page).body());
            }
            assertThat(program.signIn(password(data)).headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).doesNotContain("error"));
            for (String page : List.of(
                    "/console", "/console/decisions", "/console/access", "/actuator/prometheus", "/actuator/health")) {
                pages.append(program.onKeepers(page).body());
            }
            assertThat(pages.toString()).contains("UNANSWERABLE", "jvm_memory_used_bytes");
        }
        assertThat(logged()).isNotEmpty();
        assertThat(CANARIES).noneMatch(logged()::contains);
        assertThat(CANARIES).noneMatch(pages.toString().replace("/nowhere/" + NUMBER, "")::contains);
        assertThat(CANARIES).noneMatch(filesIn(data)::contains);
    }

    private static ConfigurableApplicationContext start(Path data, Path settings) {
        return Start.run(
                false,
                "--esquive.data=" + data,
                "--esquive.settings=" + settings,
                "--esquive.public.port=0",
                "--esquive.keepers.port=0");
    }

    /// The program has set its own level by now; this is the most it could ever say.
    private void listenToEverything() {
        root.addAppender(log);
        ((Logger) LoggerFactory.getLogger(EsquiveCommand.class.getPackageName().replace(".cli", "")))
                .setLevel(Level.TRACE);
    }

    private String logged() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
                .collect(Collectors.joining("\n"));
    }

    private static String password(Path data) throws IOException {
        return Files.readString(data.resolve("first-password")).strip();
    }

    /// Every byte of the data folder but the settings a keeper wrote, each as one letter.
    private static String filesIn(Path data) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static final String SETTINGS = """
            lines:
              - id: demo
                number: "+33639980010"
                country: FR
                channel: phone
                delay: none
              - id: real
                number: "+33639980011"
                country: FR
                channel: real
            channels:
              - id: phone
                kind: loopback
              - id: real
                kind: android
                options: {url: "http://127.0.0.1:9", username: sms}
                secrets: {password: "canary-secret", token: "canary-secret-0123456789", signing-key: "canary-secret"}
            """;
}
