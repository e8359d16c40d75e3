package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.esquive.ledger.Deed;
import org.esquive.ledger.Ledger;
import org.esquive.message.LineId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A rehearsal by the page, from the first click to the figures.
@SpringBootTest(classes = Wiring.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("slow")
class RehearsalRoomTest {
    private static final String PAGE = "/console/rehearsal";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    @Autowired
    ApplicationContext context;

    private static @Nullable Program signedIn;

    private Program program;

    @DynamicPropertySource
    static void start(DynamicPropertyRegistry registry) {
        registry.add("esquive.data", data::toString);
        registry.add("esquive.first", () -> "classpath:web/studio.yaml");
        registry.add("esquive.keepers.port", () -> 0);
    }

    /// Signed in once: the door lets in ten a minute.
    @BeforeEach
    void open() throws Exception {
        if (signedIn == null) {
            signedIn = Program.of(context);
            var _ = signedIn.signIn(context.getBean(KeeperAccount.class).fresh().orElseThrow());
        }
        program = signedIn;
    }

    @AfterAll
    static void close() {
        if (signedIn != null) {
            signedIn.close();
        }
    }

    private String pageWithout(String mark) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String page = program.onKeepers(PAGE).body();
        while (page.contains(mark) && System.nanoTime() < end) {
            page = program.onKeepers(PAGE).body();
        }
        return page;
    }

    private int play(String form) throws Exception {
        return program.postForm(PAGE, form + "&" + Forms.token(program, PAGE)).statusCode();
    }

    @Test
    void aKeeperSeesWhatTheirLineWouldHaveDone() throws Exception {
        assertThat(program.onKeepers(PAGE).body()).contains("October 2017", "Your line demo", "Nothing is sent");
        assertThat(play("scenario=ordinary&line=demo&guard=FIVE&guard=ALL")).isEqualTo(302);
        String page = pageWithout("data-running");
        assertThat(page)
                .contains("Without protection", "With your line demo", "All 28 people", "40 texts from 28 numbers")
                .contains("The rehearsal is done.");
        assertThat(page.split("<rect class=\"bar\"", -1)).hasSizeGreaterThan(20);
        assertThat(context.getBean(Ledger.class).office().audit().latest(Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.deed()).isEqualTo(Deed.REHEARSED);
                    assertThat(entry.about()).isEqualTo("ordinary");
                });
        assertThat(context.getBean(Ledger.class).figures().latest(new LineId("demo"), 0, 1))
                .as("the live ledger is not touched")
                .isEmpty();
    }

    @Test
    void aRehearsalCanBeCalledOff() throws Exception {
        assertThat(play("scenario=october-2017-long&line=demo&guard=ALL")).isEqualTo(302);
        assertThat(program.onKeepers(PAGE).body())
                .contains("data-running", "http-equiv=\"refresh\"", "Playing: October 2017");
        var _ = program.press(PAGE, PAGE + "/cancel");
        assertThat(pageWithout("data-running")).contains("The rehearsal was called off.");
    }

    @Test
    void nonsenseIsNotPlayed() throws Exception {
        assertThat(play("scenario=november-2017&line=demo")).isEqualTo(400);
        assertThat(play("scenario=ordinary&line=nobody")).isEqualTo(302);
        assertThat(program.onKeepers(PAGE).body()).contains("Choose a line of yours");
    }
}
