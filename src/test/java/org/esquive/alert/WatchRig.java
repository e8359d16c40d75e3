package org.esquive.alert;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.lab.SteppingClock;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.sqlite.SqliteStore;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Line;
import org.esquive.settings.Option;
import org.esquive.settings.Settings;

/// A watch over a real ledger, with clocks that move when told to, and destinations that remember what they
/// heard.
final class WatchRig implements AutoCloseable {
    final Desk desk;
    final SteppingClock steady = new SteppingClock(Desk.EVENING);
    final List<Notice> heard = new ArrayList<>();
    final Sights sights = new Sights();
    Telling answer = new Telling.Told();
    Settings settings;
    Watch watch;
    private int mostPerDay = Integer.MAX_VALUE;

    /// What the watch sees beside the ledger.
    static final class Sights implements Outlook {
        List<ChannelState> channels = List.of();
        List<Trouble> troubles = List.of();
        Room disk = new Room(50_000_000_000L, 100_000_000_000L);

        @Override
        public List<ChannelState> channels() {
            return channels;
        }

        @Override
        public List<Trouble> troubles() {
            return troubles;
        }

        @Override
        public Room disk() {
            return disk;
        }
    }

    /// A way that remembers, and answers as it is told.
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
                heard.add(notice);
                return answer;
            };
        }

        @Override
        public int mostPerDay() {
            return mostPerDay;
        }
    }

    WatchRig(Path folder) {
        this.desk = new Desk(new SqliteStore(folder.resolve("esquive.db")));
        this.settings = settings(Fixtures.demo(200), "keeper");
        watchOver(desk.ledger());
    }

    /// Settings with a line, and destinations of these names.
    static Settings settings(Line line, String... destinations) {
        List<AlertSettings> alerts = Arrays.stream(destinations)
                .map(id -> new AlertSettings(id, "memory", Map.of("language", "en"), Map.of()))
                .toList();
        ChannelSettings channel = new ChannelSettings("none", "loopback", Map.of(), Map.of());
        return new Settings(List.of(line), List.of(channel), Map.of(), alerts, List.of(), false);
    }

    void mostPerDay(int most) {
        mostPerDay = most;
        watchOver(desk.ledger());
    }

    /// A new watch, as after a start.
    void watchOver(Ledger ledger) {
        Ways ways = new Ways(
                List.of(new Remembering()), new Means(desk.clock, (_, _, _) -> new Telling.Failed("no phone", false)));
        Timepieces time = new Timepieces(desk.clock, steady);
        watch = new Watch(new Watch.Parts(ledger, () -> settings, sights, ways, time, desk.ids, Runnable::run));
        watch.turn();
    }

    void restart() {
        desk.restart();
        watchOver(desk.ledger());
    }

    /// Time passes, and the watch turns every ten seconds of it.
    void pass(Duration time) {
        Duration step = Duration.ofSeconds(10);
        for (Duration left = time; left.isPositive(); left = left.minus(step)) {
            desk.clock.step(step);
            steady.step(step);
            watch.turn();
        }
    }

    /// Time passes at once.
    void leap(Duration time) {
        desk.clock.step(time);
        steady.step(time);
        watch.turn();
    }

    Figures.Alert alert(AlertKind kind, Map<String, String> facts) {
        return new Figures.Alert(desk.ids.next(), Fixtures.DEMO, desk.clock.instant(), kind, Optional.empty(), facts);
    }

    /// An alert is raised, and the watch turns.
    void raise(AlertKind kind) {
        desk.ledger().alerts().raise(List.of(alert(kind, Map.of())));
        watch.turn();
    }

    /// The kinds that were told, one list a notice.
    List<List<AlertKind>> kinds() {
        return heard.stream()
                .map(notice -> notice.items().stream().map(Notice.Item::kind).toList())
                .toList();
    }

    Standing standing() {
        return watch.standings().getFirst();
    }

    @Override
    public void close() {
        watch.close();
        desk.close();
    }
}
