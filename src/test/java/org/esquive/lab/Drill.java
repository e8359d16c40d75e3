package org.esquive.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Owed;
import org.esquive.ledger.ReplyState;
import org.esquive.policy.Decision;
import org.esquive.policy.Reason;

/// The day on which a backup is needed: a ledger is copied while texts come in, goes on, is lost, and is put back.
public final class Drill {
    private static final int FIRST = 100;
    private static final int MOST = 3_000;
    private static final int BEFORE = 20;

    private final Desk desk;
    private final List<Long> texts = new ArrayList<>();
    private final List<Long> sent = new ArrayList<>();

    public Drill(Desk desk) {
        this.desk = desk;
    }

    /// Something of everything, and one sender who texted six times.
    public void fill() {
        new Filling(desk, 9).fill(80);
        desk.ledger().figures().latest(DEMO, 0, 1_000).forEach(entry -> texts.add(entry.id()));
    }

    /// Has the copy made while texts come in, one commit a text: some are there before it begins.
    public void whileTextsComeIn(Runnable copying) {
        CountDownLatch began = new CountDownLatch(BEFORE);
        AtomicBoolean over = new AtomicBoolean();
        Thread texting = Thread.ofPlatform().start(() -> {
            for (int sender = FIRST; sender < FIRST + MOST && !(over.get() && began.getCount() == 0); sender++) {
                texts.add(desk.text(sender, "slt").text().id());
                began.countDown();
            }
        });
        try {
            began.await();
            copying.run();
            over.set(true);
            texting.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// After the copy everything that waits is sent, and the same people text again.
    public void goOn() {
        for (Owed owed : desk.sendAll()) {
            sent.add(owed.outbound().id());
        }
        desk.clock.step(Duration.ofMinutes(5));
        desk.text(FIRST, "encore");
    }

    /// The ledger that was put back: it has each text up to some moment and none behind it, counts what it has, and
    /// sends nothing of what was sent.
    public void judge(Desk again) {
        List<Long> kept = new ArrayList<>();
        Map<ReplyState, Long> states = new HashMap<>();
        for (Figures.Entry entry : again.ledger().figures().latest(DEMO, 0, 2 * MOST)) {
            kept.add(entry.id());
            entry.reply().ifPresent(reply -> states.merge(reply.state(), 1L, Long::sum));
        }
        List<Long> expected =
                texts.stream().filter(id -> id <= kept.getFirst()).sorted().toList();
        assertThat(kept.stream().sorted().toList()).isEqualTo(expected).hasSizeGreaterThan(BEFORE);
        assertThat(states).doesNotContainKeys(ReplyState.DUE, ReplyState.SENDING);
        assertThat(again.totals().states()).isEqualTo(states);
        assertThat(sent).isNotEmpty();
        again.clock.step(Duration.between(Desk.EVENING, desk.clock.instant()).plusDays(1));
        assertThat(again.claim()).as("what may have left already").isEmpty();
        assertThat(again.text(70, "slt").decision()).isEqualTo(new Decision.Silence(Reason.SENDER_LIMIT));
        long next = again.text(999, "slt").text().id();
        assertThat(Ids.momentOf(next)).isAfter(Ids.momentOf(kept.getFirst()));
        assertThat(again.sendAll()).extracting(owed -> owed.outbound().id()).containsExactly(next);
        assertThat(again.dump()).noneMatch(value -> value.contains("3998000"));
    }
}
