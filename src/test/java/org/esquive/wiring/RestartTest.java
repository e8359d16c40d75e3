package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.esquive.channel.loopback.LoopbackChannelKind;
import org.esquive.ledger.Figures;
import org.esquive.ledger.ReplyState;
import org.esquive.message.LineId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// What a stop and a start in between do to a reply that waits: nothing.
@Tag("slow")
class RestartTest {
    private static final LineId DEMO = new LineId("demo");
    private static final String SENDER = "+33639980001";

    /// Shorter than the wait of a line whose channel is not there yet.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    @Test
    void aReplyThatFellDueMeanwhileLeavesAtTheStartAndOnlyOnce() throws Exception {
        try (ConfigurableApplicationContext context = start("1500ms to 1500ms");
                Program program = Program.of(context)) {
            assertThat(program.text(SENDER, "slt").statusCode()).isEqualTo(200);
        }
        try (ConfigurableApplicationContext context = start("1500ms to 1500ms")) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (state(context) != ReplyState.DELIVERED && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(state(context)).isEqualTo(ReplyState.DELIVERED);
            var phone =
                    context.getBean(LoopbackChannelKind.class).channel("phone").orElseThrow();
            assertThat(phone.thread(SENDER)).hasSize(1);
        }
    }

    private static ReplyState state(ConfigurableApplicationContext context) {
        List<Figures.Entry> texts = context.getBean(Figures.class).latest(DEMO, 0, 10);
        return texts.getFirst().reply().orElseThrow().state();
    }

    private ConfigurableApplicationContext start(String delay) throws Exception {
        Path settings = Files.writeString(folder.resolve("settings.yaml"), """
                lines: [{id: demo, number: "+33639980010", country: FR, channel: phone, delay: %s}]
                channels: [{id: phone, kind: loopback}]
                """.formatted(delay));
        return Start.run(
                false,
                "--esquive.data=" + folder.resolve("data"),
                "--esquive.settings=" + settings,
                "--esquive.public.port=0",
                "--esquive.keepers.port=0");
    }
}
