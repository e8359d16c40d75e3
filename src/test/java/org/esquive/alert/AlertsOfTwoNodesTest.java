package org.esquive.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.ledger.postgres.PostgresStore;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Option;
import org.esquive.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Of two nodes one tells keepers, and the other goes on where it ended.
@Tag("slow")
class AlertsOfTwoNodesTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

    private final Settings settings = WatchRig.settings(Fixtures.demo(200), "keeper");
    private final List<List<AlertKind>> heard = new ArrayList<>();
    private PostgresStore store;
    private Desk one;
    private Desk two;

    /// A way that remembers what was told.
    private final class Remembering implements AlarmKind {
        @Override
        public String name() {
            return "memory";
        }

        @Override
        public List<Option> options() {
            return List.of();
        }

        @Override
        public List<String> problems(AlertSettings asked) {
            return List.of();
        }

        @Override
        public Alarm open(AlertSettings asked, Means means) {
            return notice -> {
                heard.add(notice.items().stream().map(Notice.Item::kind).toList());
                return new Telling.Told();
            };
        }
    }

    @BeforeEach
    void open() {
        store = new PostgresStore();
        one = new Desk(store);
        two = new Desk(store);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        store.close();
    }

    private Watch watch(Desk desk) {
        Ways ways = new Ways(
                List.of(new Remembering()), new Means(desk.clock, (_, _, _) -> new Telling.Failed("no phone", false)));
        Timepieces time = new Timepieces(desk.clock, desk.clock);
        return new Watch(new Watch.Parts(
                desk.ledger(), () -> settings, new WatchRig.Sights(), ways, time, desk.ids, Runnable::run));
    }

    private void raise(AlertKind kind) {
        two.ledger()
                .alerts()
                .raise(List.of(new Figures.Alert(
                        two.ids.next(), Fixtures.DEMO, two.clock.instant(), kind, Optional.empty(), Map.of())));
    }

    private static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for " + what).isLessThan(until);
            LockSupport.parkNanos(LOOK);
        }
    }

    @Test
    void anAlertIsToldByOneNodeAndNotAgainByTheNext() {
        await("the duty", () -> one.ledger().nodes().holds(Watch.DUTY));
        Watch first = watch(one);
        Watch second = watch(two);
        List<Watch> both = List.of(first, second);
        both.forEach(Watch::turn);
        raise(AlertKind.FLOOD);
        both.forEach(Watch::turn);
        both.forEach(Watch::turn);
        assertThat(heard).containsExactly(List.of(AlertKind.FLOOD));
        assertThat(second.standings().getFirst().toldAt())
                .isEqualTo(first.standings().getFirst().toldAt());
        one.close();
        await("the duty to move", () -> two.ledger().nodes().holds(Watch.DUTY));
        second.turn();
        assertThat(heard).hasSize(1);
        raise(AlertKind.SENDER_LIMIT);
        second.turn();
        assertThat(heard).containsExactly(List.of(AlertKind.FLOOD), List.of(AlertKind.SENDER_LIMIT));
    }
}
