package org.esquive.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Owed;
import org.esquive.ledger.Settlement;
import org.esquive.settings.FloodLimits;
import org.esquive.settings.Limits;
import org.esquive.settings.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What no commit sees is seen, and said once until it is over.
class ConditionsTest {
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
    void aChannelThatIsDownForAMinuteIsSaidOnceAndThatItWorksAgain() {
        phone(true);
        rig.pass(Duration.ofSeconds(50));
        phone(false);
        rig.pass(Duration.ofSeconds(20));
        assertThat(said()).as("a short break").isEmpty();
        phone(true);
        rig.pass(Duration.ofHours(3));
        assertThat(said()).containsExactly(AlertKind.CHANNEL_DOWN);
        assertThat(latest().facts()).isEqualTo(Map.of("channel", "none", "cause", "It sleeps = a lot."));
        phone(false);
        rig.pass(Duration.ofMinutes(1));
        assertThat(said()).containsExactly(AlertKind.CHANNEL_UP, AlertKind.CHANNEL_DOWN);
    }

    @Test
    void aChannelThatWasSaidToBeDownIsSaidToWorkAfterARestart() {
        phone(true);
        rig.pass(Duration.ofMinutes(2));
        rig.restart();
        rig.pass(Duration.ofMinutes(5));
        assertThat(said()).as("not said again").containsExactly(AlertKind.CHANNEL_DOWN);
        rig.restart();
        phone(false);
        rig.watch.turn();
        rig.pass(Duration.ofSeconds(10));
        assertThat(said()).containsExactly(AlertKind.CHANNEL_UP, AlertKind.CHANNEL_DOWN);
    }

    @Test
    void theEndOfAFloodIsSaidAlsoAfterARestart() {
        rig.desk.rules(Fixtures.rulebook(floodable()));
        for (int sender = 0; sender < 40; sender++) {
            rig.desk.text(sender, "slt");
        }
        rig.pass(Duration.ofSeconds(10));
        assertThat(said()).contains(AlertKind.FLOOD).doesNotContain(AlertKind.FLOOD_OVER);
        rig.restart();
        rig.leap(Duration.ofHours(2));
        assertThat(said().getFirst()).isEqualTo(AlertKind.FLOOD_OVER);
        rig.leap(Duration.ofHours(2));
        assertThat(said().stream().filter(AlertKind.FLOOD_OVER::equals)).hasSize(1);
    }

    @Test
    void repliesThatAreRefusedAreSaidFromTenOn() {
        for (int sender = 0; sender < 9; sender++) {
            replyThat(sender, new Settlement.Result.Refused("0x0B"));
        }
        rig.pass(Duration.ofMinutes(2));
        assertThat(said()).doesNotContain(AlertKind.RECEIPTS_FAILING);
        replyThat(9, new Settlement.Result.Sent(Optional.empty()));
        rig.pass(Duration.ofMinutes(5));
        assertThat(said().stream().filter(AlertKind.RECEIPTS_FAILING::equals)).hasSize(1);
        assertThat(rig.desk.ledger().alerts().last(Fixtures.DEMO, AlertKind.RECEIPTS_FAILING))
                .hasValueSatisfying(alert -> assertThat(alert.facts()).isEqualTo(Map.of("failed", "9", "ended", "10")));
    }

    @Test
    void aLineThatIsSilentForUnusuallyLongIsSaid() {
        int sender = 0;
        for (int day = 0; day < 13; day++) {
            for (int hour = 0; hour < 24; hour++) {
                rig.desk.text(sender++ % 9_000, "slt");
                rig.desk.text(sender++ % 9_000, "slt");
                rig.leap(Duration.ofHours(1));
            }
        }
        rig.pass(Duration.ofHours(2));
        assertThat(said()).doesNotContain(AlertKind.NO_INBOUND);
        rig.pass(Duration.ofHours(2));
        assertThat(said()).contains(AlertKind.NO_INBOUND);
        rig.pass(Duration.ofHours(5));
        assertThat(said().stream().filter(AlertKind.NO_INBOUND::equals)).hasSize(1);
    }

    @Test
    void oneGreatEveningIsNotWhatIsUsual() {
        Map<Instant, Long> texts = new HashMap<>();
        Instant hour = Instant.parse("2026-03-01T20:00:00Z");
        for (int day = 0; day < 10; day++) {
            texts.put(hour.plus(Duration.ofDays(day)), 1L);
        }
        texts.put(hour, 5_000L);
        Pace pace = Pace.of(texts);
        assertThat(pace.texts()).isEqualTo(5_009);
        assertThat(pace.aDay()).isLessThan(1);
        assertThat(pace.expected(hour, hour.plus(Duration.ofMinutes(30)))).isBetween(0.3, 0.4);
        assertThat(pace.expected(hour.plus(Duration.ofHours(1)), hour.plus(Duration.ofHours(20))))
                .isZero();
    }

    @Test
    void aDiskThatIsNearlyFullIsSaidOnceUntilThereIsRoom() {
        rig.sights.disk = new Outlook.Room(400_000_000, 8_000_000_000L);
        rig.pass(Duration.ofMinutes(2));
        rig.sights.disk = new Outlook.Room(510_000_000, 8_000_000_000L);
        rig.pass(Duration.ofMinutes(2));
        rig.sights.disk = new Outlook.Room(400_000_000, 8_000_000_000L);
        rig.pass(Duration.ofMinutes(2));
        assertThat(said()).as("it wavers").containsExactly(AlertKind.DISK_LOW);
        rig.sights.disk = new Outlook.Room(900_000_000, 8_000_000_000L);
        rig.pass(Duration.ofMinutes(2));
        rig.sights.disk = new Outlook.Room(400_000_000, 8_000_000_000L);
        rig.pass(Duration.ofMinutes(2));
        assertThat(said()).hasSize(2);
        assertThat(latest().facts()).containsEntry("free", "400");
    }

    @Test
    void aClockThatJumpsIsSaid() {
        rig.desk.clock.step(Duration.ofMinutes(4));
        rig.watch.turn();
        rig.pass(Duration.ofSeconds(20));
        assertThat(said()).isEmpty();
        rig.desk.clock.step(Duration.ofHours(-2));
        rig.pass(Duration.ofSeconds(20));
        assertThat(said()).containsExactly(AlertKind.CLOCK);
        assertThat(latest().facts()).isEqualTo(Map.of("way", "back", "minutes", "120"));
        assertThat(rig.heard.getFirst().text()).contains("put back by 120 minutes");
    }

    @Test
    void aClockThatWasPutBackDoesNotKeepAnybodyFromBeingTold() {
        rig.raise(AlertKind.NEIGHBOURS);
        rig.desk.clock.step(Duration.ofDays(-400));
        rig.raise(AlertKind.NEIGHBOURS);
        rig.pass(Duration.ofMinutes(16));
        assertThat(rig.kinds()).contains(List.of(AlertKind.NEIGHBOURS), List.of(AlertKind.CLOCK));
        assertThat(rig.standing().waiting()).isZero();
    }

    @Test
    void thatAllRepliesAreStoppedIsSaidAlsoIfItHappenedWhileNothingRan() {
        rig.settings = rig.settings.withPanic(true);
        rig.pass(Duration.ofMinutes(1));
        assertThat(said()).containsExactly(AlertKind.PANIC);
        rig.restart();
        rig.pass(Duration.ofMinutes(1));
        assertThat(said()).hasSize(1);
        rig.settings = rig.settings.withPanic(false);
        rig.restart();
        rig.pass(Duration.ofMinutes(1));
        assertThat(said()).hasSize(2);
        assertThat(rig.heard.getLast().subject()).isEqualTo("Esquive: Replies leave again");
    }

    private void phone(boolean down) {
        rig.sights.channels = List.of(new Outlook.ChannelState("none", down, down ? "It sleeps = a lot." : ""));
    }

    private void replyThat(int sender, Settlement.Result result) {
        rig.desk.text(sender, "slt");
        for (Owed owed : rig.desk.claim()) {
            rig.desk.settle(owed.outbound().id(), result);
        }
    }

    private static Line floodable() {
        Line demo = Fixtures.demo(200);
        Limits limits = demo.limits().with(FloodLimits.USUAL);
        return new Line(
                demo.id(),
                demo.number(),
                demo.country(),
                demo.alsoAnswered(),
                demo.zone(),
                demo.language(),
                demo.channel(),
                demo.status(),
                demo.timing(),
                limits,
                demo.denied());
    }

    private List<AlertKind> said() {
        return rig.desk.ledger().alerts().latest(1_000).stream()
                .map(Figures.Alert::kind)
                .toList();
    }

    private Figures.Alert latest() {
        return rig.desk.ledger().alerts().latest(1).getFirst();
    }
}
