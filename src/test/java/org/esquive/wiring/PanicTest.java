package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.esquive.alert.Timepieces;
import org.esquive.channel.loopback.Verdicts;
import org.esquive.cli.EsquiveCommand;
import org.esquive.console.door.Totp;
import org.esquive.dispatch.Dispatcher;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.lab.SteppingClock;
import org.esquive.ledger.Figures;
import org.esquive.ledger.ReplyState;
import org.esquive.message.LineId;
import org.esquive.policy.Hold;
import org.esquive.policy.Reason;
import org.esquive.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The switch that stops all replies, on the whole program, whose clock stands still unless a test moves it.
@SpringBootTest(
        classes = {Wiring.class, PanicTest.Still.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("slow")
class PanicTest {
    private static final LineId DEMO = new LineId("demo");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Secret SECRET = new Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    private static final SteppingClock CLOCK = new SteppingClock(Desk.EVENING);

    @TempDir
    static Path data;

    @Autowired
    ApplicationContext context;

    private Program program;

    @TestConfiguration
    static class Still {
        /// It steps as if that much time had passed, so the engine believes each step.
        @Bean
        @Primary
        DoubtingClock still() {
            return new DoubtingClock(new Timepieces(CLOCK, CLOCK));
        }
    }

    @DynamicPropertySource
    static void start(DynamicPropertyRegistry registry) {
        registry.add("esquive.data", data::toString);
        registry.add("esquive.first", () -> "classpath:web/panic.yaml");
        registry.add("esquive.keepers.port", () -> 0);
    }

    @BeforeEach
    void open() throws Exception {
        program = Program.of(context);
        var _ = program.signIn(context.getBean(KeeperAccount.class).fresh().orElseThrow());
    }

    @AfterEach
    void close() {
        var _ = context.getBean(SettingsDesk.class).panic("test", false);
        program.close();
    }

    @Test
    void repliesThatWaitAreHeldAndLeaveAfterwards() throws Exception {
        var _ = program.text("+33639980001", "slt");
        assertThat(program.press("/console", "/console/panic").statusCode()).isEqualTo(302);
        assertThat(settings().current().panic()).isTrue();

        CLOCK.step(Duration.ofMinutes(11));
        context.getBean(Dispatcher.class).wake(DEMO);
        assertThat(context.getBean(Dispatcher.class).turn(DEMO)).isZero();
        assertThat(latest().reply().orElseThrow().state()).isEqualTo(ReplyState.DUE);
        var _ = program.text("+33639980002", "slt");
        assertThat(latest().reason()).contains(Reason.PAUSED);
        assertThat(latest().held()).contains(new Figures.Held(Hold.Scope.LINE, Hold.Cause.PANIC));

        assertThat(program.press("/console/resume", "/console/resume").statusCode())
                .isEqualTo(302);
        assertThat(settled(1)).isEqualTo(ReplyState.DELIVERED);
    }

    @Test
    void repliesThatWereHeldTooLongExpire() throws Exception {
        var _ = program.text("+33639980003", "slt");
        var _ = settings().panic("test", true);
        CLOCK.step(Duration.ofHours(7));
        var _ = settings().panic("test", false);
        assertThat(settled(3)).isEqualTo(ReplyState.EXPIRED);
    }

    @Test
    void everyPageSaysSo() throws Exception {
        assertThat(program.onKeepers("/console").body())
                .contains("Stop all replies")
                .doesNotContain("Paused because");
        assertThat(program.onKeepers("/console/resume").statusCode()).isEqualTo(302);
        var _ = program.press("/console", "/console/panic");
        assertThat(program.onKeepers("/console").body())
                .contains("Paused because a keeper stopped all replies,", "until a keeper ends it.")
                .contains("Stopped by keeper, ", "Let replies leave again")
                .doesNotContain(">Stop all replies<");
        assertThat(program.onPublic("/").body())
                .contains("This number does not answer for now")
                .doesNotContain("keeper stopped", "panic");
        assertThat(program.onKeepers("/actuator/prometheus", "Accept", "text/plain")
                        .body())
                .contains("esquive_paused{line=\"demo\"} 1.0", "esquive_flood{line=\"demo\"} 0.0");
        assertThat(program.onKeepers("/console/resume").body()).contains("Let replies leave again?");
    }

    @Test
    void theSwitchWantsASignedInKeeper() throws Exception {
        try (Program stranger = Program.of(context)) {
            assertThat(stranger.postForm("/console/panic", "").statusCode()).isEqualTo(403);
        }
        assertThat(settings().current().panic()).isFalse();
    }

    @Test
    void aCommandAsksTheProgramThatRuns() {
        assertThat(panic("on")).isZero();
        assertThat(settings().current().panic()).isTrue();
        assertThat(panic("off")).isZero();
        assertThat(settings().current().panic()).isFalse();
    }

    @Test
    void aTextOfAKeeperStopsTheProgram() throws Exception {
        String code = new Totp().code(SECRET, Totp.step(CLOCK.instant()));
        var _ = program.text("+33639980020", "panic " + code);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!settings().current().panic() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(latest().reason()).contains(Reason.KEEPER);
        assertThat(program.onKeepers("/console").body()).contains("Stopped by a text of the keeper +33639***20");
    }

    private SettingsDesk settings() {
        return context.getBean(SettingsDesk.class);
    }

    private Figures.Entry latest() {
        return context.getBean(Figures.class).latest(DEMO, 0, 1).getFirst();
    }

    /// Where the reply to the first text of a sender came to stand.
    private ReplyState settled(int sender) {
        Verdicts verdicts = context.getBean(Verdicts.class);
        long end = System.nanoTime() + PATIENCE.toNanos();
        ReplyState state = ReplyState.DUE;
        while (state != ReplyState.DELIVERED && state != ReplyState.EXPIRED && System.nanoTime() < end) {
            Thread.onSpinWait();
            state = ReplyState.valueOf(
                    verdicts.of(DEMO, Fixtures.mobile(sender)).getLast().state());
        }
        return state;
    }

    private static int panic(String wish) {
        return EsquiveCommand.run("panic", wish, "--data", data.toString());
    }
}
