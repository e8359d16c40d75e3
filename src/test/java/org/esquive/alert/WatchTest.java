package org.esquive.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.esquive.lab.Desk;
import org.esquive.lab.FaultyLedger;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is told of what, and when.
class WatchTest {
    @TempDir
    Path folder;

    private WatchRig rig;

    @BeforeEach
    void open() {
        rig = new WatchRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aSixthTextIsToldAtOnce() {
        for (int i = 0; i < 6; i++) {
            rig.desk.text(1, "slt");
        }
        rig.watch.turn();
        assertThat(rig.heard).singleElement().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo("Esquive: Line demo: a sender beyond the limit");
            assertThat(notice.text()).contains("more often than a sender is answered", "Nothing.", "2026-03-02 21:30");
            assertThat(notice.isUrgent()).isFalse();
        });
        assertThat(rig.standing().toldAt()).contains(rig.desk.clock.instant());
    }

    @Test
    void whatComesAgainIsToldOnceWhenTheWindowEnds() {
        rig.raise(AlertKind.NEIGHBOURS);
        rig.raise(AlertKind.NEIGHBOURS);
        rig.pass(Duration.ofMinutes(10));
        rig.raise(AlertKind.NEIGHBOURS);
        assertThat(rig.heard).hasSize(1);
        rig.pass(Duration.ofMinutes(5));
        assertThat(rig.heard).hasSize(2);
        assertThat(rig.heard.getLast().items()).singleElement().satisfies(item -> {
            assertThat(item.count()).isEqualTo(2);
            assertThat(item.says()).contains("(2 times)");
        });
    }

    @Test
    void anotherCauseDoesNotWaitForTheWindowOfTheFirst() {
        rig.raise(AlertKind.NEIGHBOURS);
        rig.raise(AlertKind.BREAKER);
        assertThat(rig.kinds()).containsExactly(List.of(AlertKind.NEIGHBOURS), List.of(AlertKind.BREAKER));
        assertThat(rig.heard.getLast().isUrgent()).isTrue();
    }

    @Test
    void twoCapsAreTwoCauses() {
        rig.desk
                .ledger()
                .alerts()
                .raise(List.of(
                        rig.alert(
                                AlertKind.LIMIT_NEAR, Map.of("cap", "replies-per-day", "spent", "160", "most", "200")),
                        rig.alert(
                                AlertKind.LIMIT_NEAR,
                                Map.of("cap", "money-per-day", "spent", "4000000", "most", "5000000"))));
        rig.watch.turn();
        assertThat(rig.heard).singleElement().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo("Esquive: Line demo: 80 % of replies per day, and 1 more");
            assertThat(notice.text()).contains("160 of 200 replies per day", "4.00 of 5.00 money per day");
        });
    }

    @Test
    void aFloodOfTenThousandSixthTextsIsAHandfulOfNotices() {
        for (int thousand = 0; thousand < 10; thousand++) {
            List<Figures.Alert> alerts = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                alerts.add(rig.alert(AlertKind.SENDER_LIMIT, Map.of()));
            }
            rig.desk.ledger().alerts().raise(alerts);
            rig.pass(Duration.ofMinutes(1));
        }
        rig.pass(Duration.ofMinutes(30));
        assertThat(rig.heard).hasSize(2);
        assertThat(rig.heard.stream()
                        .mapToLong(notice -> notice.items().getFirst().count())
                        .sum())
                .isEqualTo(10_000);
        assertThat(rig.heard.getLast().items().getFirst().says()).startsWith("9000 senders texted");
    }

    @Test
    void aDestinationThatFailsIsTriedLaterAndLaterAndToldOnceItIsBack() {
        rig.answer = new Telling.Failed("The server sleeps: wake it.", true);
        rig.raise(AlertKind.FLOOD);
        List<Long> tries = new ArrayList<>();
        for (int minute = 1; minute <= 200; minute++) {
            int before = rig.heard.size();
            rig.pass(Duration.ofMinutes(1));
            if (rig.heard.size() > before) {
                tries.add((long) minute);
            }
        }
        assertThat(tries).containsExactly(1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L);
        assertThat(rig.standing().trouble()).hasValueSatisfying(trouble -> {
            assertThat(trouble.cause()).isEqualTo("The server sleeps: wake it.");
            assertThat(trouble.since()).isEqualTo(Desk.EVENING);
        });
        assertThat(rig.heard.stream().map(Notice::id).distinct()).hasSize(1);
        rig.answer = new Telling.Told();
        int before = rig.heard.size();
        rig.pass(Duration.ofHours(2));
        assertThat(rig.heard).hasSize(before + 1);
        assertThat(rig.standing().trouble()).isEmpty();
        assertThat(rig.standing().waiting()).isZero();
    }

    @Test
    void whatAKeeperMustMendIsTriedOnceAnHour() {
        rig.answer = new Telling.Failed("The password is wrong.", false);
        rig.raise(AlertKind.FLOOD);
        rig.pass(Duration.ofMinutes(59));
        assertThat(rig.heard).hasSize(1);
        rig.pass(Duration.ofMinutes(1));
        assertThat(rig.heard).hasSize(2);
    }

    @Test
    void aRestartInBetweenLosesNothing() {
        rig.raise(AlertKind.BREAKER);
        rig.answer = new Telling.Failed("gone", true);
        rig.raise(AlertKind.LIMIT_REACHED);
        rig.answer = new Telling.Told();
        rig.heard.clear();
        rig.restart();
        assertThat(rig.kinds()).containsExactly(List.of(AlertKind.LIMIT_REACHED));
        rig.restart();
        assertThat(rig.heard).as("once is enough").hasSize(1);
        rig.desk.ledger().alerts().raise(List.of(rig.alert(AlertKind.DISK_LOW, Map.of("free", "12"))));
        rig.restart();
        assertThat(rig.heard.getLast().text()).contains("12 MB are free");
    }

    @Test
    void aNewDestinationHearsOfWhatComesAndNotOfWhatWas() {
        rig.raise(AlertKind.FLOOD);
        rig.settings = WatchRig.settings(Fixtures.demo(200), "keeper", "other");
        rig.watch.turn();
        assertThat(rig.heard).hasSize(1);
        rig.raise(AlertKind.BREAKER);
        assertThat(rig.heard).hasSize(3);
    }

    @Test
    void troubleOfTheLedgerIsToldAlthoughItCannotBeWrittenAndOnlyOnce() {
        FaultyLedger faulty = new FaultyLedger(rig.desk.ledger());
        rig.watchOver(faulty);
        faulty.failNext(Integer.MAX_VALUE);
        rig.sights.troubles = List.of(new Outlook.Trouble("ledger", FaultyLedger.DISK_FULL));
        rig.pass(Duration.ofSeconds(50));
        assertThat(rig.heard).isEmpty();
        rig.pass(Duration.ofSeconds(20));
        assertThat(rig.kinds()).containsExactly(List.of(AlertKind.TROUBLE));
        assertThat(rig.heard.getFirst().text()).contains("texts are refused", FaultyLedger.DISK_FULL);
        faulty.failNext(0);
        rig.sights.troubles = List.of();
        rig.pass(Duration.ofMinutes(30));
        assertThat(rig.heard).hasSize(1);
        assertThat(rig.desk.ledger().alerts().last(Fixtures.DEMO, AlertKind.TROUBLE))
                .as("written once it could be")
                .isPresent();
    }

    @Test
    void noMoreNoticesADayThanAWayBearsAlsoAfterARestart() {
        rig.mostPerDay(2);
        rig.raise(AlertKind.FLOOD);
        rig.raise(AlertKind.BREAKER);
        rig.raise(AlertKind.NEIGHBOURS);
        rig.restart();
        assertThat(rig.heard).hasSize(2);
        assertThat(rig.standing().trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble.cause()).contains("2 times today"));
        rig.leap(Duration.ofHours(12));
        assertThat(rig.heard).hasSize(3);
    }

    @Test
    void aTestIsToldAtOnceToEverybodyAndStandsInNoLedger() throws InterruptedException {
        rig.settings = WatchRig.settings(Fixtures.demo(200), "keeper", "other");
        assertThat(rig.watch.test())
                .containsExactly(
                        new Watch.Tested("keeper", "memory", new Telling.Told()),
                        new Watch.Tested("other", "memory", new Telling.Told()));
        assertThat(rig.heard).extracting(Notice::subject).containsOnly("Esquive: Test");
        assertThat(rig.desk.ledger().alerts().end()).isZero();
    }

    @Test
    void aWayThatCannotBeOpenedSaysWhy() throws InterruptedException {
        var odd = new AlertSettings("odd", "pigeon", Map.of(), Map.of());
        rig.settings =
                new Settings(rig.settings.lines(), rig.settings.channels(), Map.of(), List.of(odd), List.of(), false);
        assertThat(rig.watch.test())
                .singleElement()
                .satisfies(tested -> assertThat(tested.telling())
                        .isEqualTo(new Telling.Failed(
                                "Its settings cannot be used: There is no kind of alert of that name.", false)));
    }
}
