package org.esquive.wiring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole program over HTTP: what each listener knows, who may come in, what leaves with every answer.
@SpringBootTest(classes = Wiring.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("slow")
class ProgramTest {
    @TempDir
    static Path data;

    @Autowired
    ApplicationContext context;

    private Program program;

    @DynamicPropertySource
    static void start(DynamicPropertyRegistry registry) {
        registry.add("esquive.data", data::toString);
        registry.add("esquive.first", () -> "classpath:web/settings.yaml");
        registry.add("esquive.keepers.port", () -> 0);
    }

    @BeforeEach
    void open() {
        program = Program.of(context);
    }

    @AfterEach
    void close() {
        program.close();
    }

    private String password() {
        return context.getBean(KeeperAccount.class).fresh().orElseThrow();
    }

    @Test
    void sixTextsGetFiveAnswersAndTheConsoleSaysWhy() throws Exception {
        for (int n = 1; n <= 5; n++) {
            assertThat(program.textAndAwaitAnswer("+33639980001", "slt " + n).text())
                    .isNotBlank();
        }
        assertThat(program.text("+33639980001", "reponds").statusCode()).isEqualTo(200);

        String thread = program.onPublic("/loopback/thread?from=%2B33639980001", "X-Esquive", "test")
                .body();
        assertThat(thread.split("RECEIVED", -1)).hasSize(5 + 1);
        assertThat(thread).contains("Beyond the fifth text of this sender");

        assertThat(program.signIn(password()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/console"));
        String decisions = program.onKeepers("/console/decisions").body();
        assertThat(decisions.split("<tr id=", -1)).hasSizeGreaterThanOrEqualTo(6 + 1);
        assertThat(decisions).contains("SENDER_LIMIT", "text 6").doesNotContain("63998", "reponds");
        String now = program.onKeepers("/console").body();
        assertThat(now.split("a sender beyond the limit", -1)).hasSize(1 + 1);
        assertThat(now).contains("updates by itself").doesNotContain("class=\"trouble\"");
    }

    @Test
    void aBankAndAForeignNumberMeetSilence() throws Exception {
        assertThat(program.text("BANQUE", "Votre code").statusCode()).isEqualTo(200);
        assertThat(program.text("+447700900123", "hi").statusCode()).isEqualTo(200);

        var headers = new String[] {"X-Esquive", "test", "Accept-Language", "fr"};
        assertThat(program.onPublic("/loopback/thread?from=BANQUE", headers).body())
                .contains("personne à qui répondre");
        assertThat(program.onPublic("/loopback/thread?from=%2B447700900123", headers)
                        .body())
                .contains("D’un pays auquel cette ligne ne répond pas");
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200, 302",
        "/line/muted, 200, 404",
        "/phone, 200, 404",
        "/hook/phone/token, 404, 404",
        "/console, 404, 302",
        "/console/decisions, 404, 302",
        "/console/live, 404, 302",
        "/login, 404, 200",
        "/logout, 404, 302",
        "/actuator, 404, 302",
        "/actuator/health, 404, 200",
        "/actuator/prometheus, 404, 200",
        "/actuator/env, 404, 302",
        "/%63onsole, 404, 302",
        "/esquive.css, 200, 200",
        "/nothing, 404, 404"
    })
    void eachListenerKnowsItsOwnPagesOnly(String path, int onPublic, int onKeepers) throws Exception {
        assertThat(program.onPublic(path).statusCode()).as("public").isEqualTo(onPublic);
        assertThat(program.onKeepers(path).statusCode()).as("keepers").isEqualTo(onKeepers);
    }

    @Test
    void aPathInDisguiseIsNotTheConsole() throws Exception {
        for (String path : List.of("/console;a=b", "//console", "/./console", "/x/../console", "/CONSOLE")) {
            assertThat(program.onPublic(path).statusCode()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void thePublicPageKnowsNobody() throws Exception {
        HttpResponse<String> page = program.onPublic("/");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Server")).isEmpty();
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'"));
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.body()).doesNotContain("<script>", "style=", "onclick", "http://");
        int size = page.body().getBytes(UTF_8).length;
        for (String part : List.of("/esquive.css", "/icon.svg", "/page.js", "/sw.js", "/manifest.webmanifest")) {
            HttpResponse<String> answer = program.onPublic(part);
            assertThat(answer.statusCode()).as(part).isEqualTo(200);
            size += answer.body().getBytes(UTF_8).length;
        }
        assertThat(size).isLessThan(30_000);
    }

    @Test
    void otherPagesMayAskForTheCounter() throws Exception {
        HttpResponse<String> answer = program.onPublic("/line/muted/counter.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.body())
                .matches("\\{\"line\":\"muted\",\"until\":\"\\d{4}-\\d\\d-\\d\\d\",\"days\":30,"
                        + "\"texts\":0,\"replies\":0,\"floods\":0}");
        assertThat(program.onPublic("/line/nobody/counter.json").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/, fr, page.fr.html",
        "/, en, page.en.html",
        "/line/muted, fr, muted.fr.html",
        "/line/retired, en, retired.en.html"
    })
    void thePublicPageIsAsReviewed(String path, String language, String golden) throws Exception {
        GoldenPage.check(
                golden, program.onPublic(path, "Accept-Language", language).body());
    }

    @Test
    void thePageSpeaksWhatTheQuerySaysFirst() throws Exception {
        assertThat(program.onPublic("/?lang=fr", "Accept-Language", "en").body())
                .contains("lang=\"fr\"", "Pas le vôtre");
        assertThat(program.onPublic("/", "Accept-Language", "pt-BR").body()).contains("lang=\"pt\"");
        assertThat(program.onPublic("/", "Accept-Language", "eo").body()).contains("Not yours");
    }

    @Test
    void theSessionOfAKeeperIsKeptFromOthers() throws Exception {
        assertThat(program.signIn("not the password").statusCode()).isEqualTo(403);
        HttpResponse<String> signedIn = program.signIn(password());
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("esquive-keeper="))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"));
        assertThat(program.onKeepers("/console").statusCode()).isEqualTo(200);
        assertThat(program.onKeepers("/console").headers().firstValue("Content-Security-Policy"))
                .isPresent();
    }

    @Test
    void aPageOfAnotherSiteCannotText() throws Exception {
        assertThat(program.post("/loopback/texts", "{\"from\":\"+33639980009\",\"text\":\"x\"}".getBytes(US_ASCII))
                        .statusCode())
                .isEqualTo(400);
        assertThat(program.onPublic("/phone", "X-Forwarded-For", "198.51.100.7").statusCode())
                .isEqualTo(404);
        assertThat(statusLine("GET /phone HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
                .contains(" 404 ");
    }

    @Test
    void aHugeBodyIsRefusedBeforeItIsSent() throws Exception {
        String head = "POST /hook/phone/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\n";
        assertThat(statusLine(head)).contains(" 413 ");
    }

    @Test
    void anEndlessBodyIsCut() throws Exception {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        String head = "POST /hook/phone/token HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(statusLine(head + chunk.repeat(5))).contains(" 413 ");
    }

    @Test
    void whatIsSecretIsForTheOwnerOnly() throws Exception {
        for (String file : List.of("instance.key", "first-password", "esquive.db")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                    .isEqualTo("rw-------");
        }
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("first-password"))
                    .toList()) {
                assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(password());
            }
        }
    }

    @Test
    void figuresAreThereForMachines() throws Exception {
        assertThat(program.text("38600", "code").statusCode()).isEqualTo(200);
        assertThat(program.onKeepers("/actuator/prometheus", "Accept", "text/plain")
                        .body())
                .contains("esquive_texts_total{decision=\"UNANSWERABLE\",line=\"demo\"}");
        assertThat(program.onKeepers("/actuator/health", "Accept", "application/json")
                        .body())
                .contains("UP")
                .doesNotContain("details");
    }

    /// The first line of the answer to raw bytes, which no well-behaved client would send.
    private String statusLine(String raw) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), program.publicPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(raw.getBytes(US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readNBytes(16), US_ASCII);
        }
    }
}
