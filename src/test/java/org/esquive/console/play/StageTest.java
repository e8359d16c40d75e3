package org.esquive.console.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.esquive.console.Times;
import org.esquive.console.play.Stage.Ending;
import org.esquive.console.play.Stage.Start;
import org.esquive.rehearsal.Figure.What;
import org.esquive.rehearsal.Protection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Rehearsals in the background.
@Timeout(60)
class StageTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-02T21:00:00Z"));

    private final AtomicInteger asked = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final Stage stage = new Stage(this::waits, CLOCK);

    /// Live texts wait never; but a test can hold the play where it asks.
    private boolean waits() {
        asked.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @AfterEach
    void close() {
        gate.countDown();
        stage.close();
    }

    private static Order order(String scenario, Protection... usual) {
        return new Order(scenario, List.of(usual), Optional.empty(), "keeper");
    }

    private void toTheEnd() {
        while (stage.progress().isPresent()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aRehearsalEndsWithItsFigures() {
        assertThat(stage.start(order("ordinary", Protection.ALL, Protection.FIVE)))
                .isEqualTo(Start.STARTED);
        toTheEnd();
        assertThat(stage.ending()).contains(Ending.DONE);
        Played played = stage.played().getFirst();
        assertThat(played.columns()).containsExactly(Protection.NONE, Protection.FIVE, Protection.ALL);
        assertThat(played.texts()).isEqualTo(40);
        assertThat(played.amount(What.REPLIES, 0).orElseThrow()).hasToString("Count[number=40]");
        PlayedView view = PlayedView.of(played, new Times(CLOCK, ZoneId.of("UTC")), Locale.ENGLISH);
        assertThat(view.without().cost()).isEqualTo("6.40\u00a0EUR");
        assertThat(view.genuine().all()).isTrue();
        assertThat(view.with().knows()).isEmpty();
        assertThat(view.chart().attack()).isEqualTo(-1);
        assertThat(view.chart().bars()).hasSize(played.stretches().size());
        assertThat(asked.get()).as("live texts come first").isPositive();
    }

    @Test
    void oneAtATimeAndItCanBeCalledOff() {
        gate = new CountDownLatch(1);
        assertThat(stage.start(order("raid", Protection.ALL))).isEqualTo(Start.STARTED);
        assertThat(stage.start(order("ordinary", Protection.ALL))).isEqualTo(Start.RUNNING);
        assertThat(stage.progress().orElseThrow().order().scenario()).isEqualTo("raid");
        stage.cancel();
        gate.countDown();
        toTheEnd();
        assertThat(stage.ending()).contains(Ending.CANCELLED);
        assertThat(stage.played()).isEmpty();
    }

    @Test
    void theLastFewAreKept() {
        for (int i = 0; i < Stage.MOST_KEPT + 1; i++) {
            assertThat(stage.start(order("ordinary", Protection.FIVE))).isEqualTo(Start.STARTED);
            toTheEnd();
        }
        assertThat(stage.played()).hasSize(Stage.MOST_KEPT);
        assertThat(stage.played().getFirst().id()).isEqualTo(Stage.MOST_KEPT + 1);
    }

    @Test
    void thereMustBeSomethingToCompareWith() {
        assertThatIllegalArgumentException().isThrownBy(() -> order("raid"));
        assertThatIllegalArgumentException().isThrownBy(() -> order("raid", Protection.NONE));
    }
}
