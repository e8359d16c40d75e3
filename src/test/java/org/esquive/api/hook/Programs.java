package org.esquive.api.hook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.esquive.alert.HttpKeeper;
import org.esquive.alert.Timepieces;
import org.esquive.api.Steering;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Chronicle;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Change;
import org.esquive.settings.Line;
import org.esquive.settings.Secret;
import org.esquive.settings.Settings;
import org.esquive.settings.WebhookSettings;
import org.esquive.settings.WebhookSettings.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A ledger whose events are told to a program on loopback, by a clock that is turned by hand.
final class Programs implements Steering, AutoCloseable {
    static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    final Desk desk;
    final HttpKeeper program;
    Settings settings;
    Hooks hooks;

    Programs(Desk desk, HttpKeeper program, Event... events) {
        this.desk = desk;
        this.program = program;
        settings = new Settings(List.of(Fixtures.demo(200)), List.of(), Map.of());
        hear(events);
        hooks = open();
        hooks.turn();
    }

    /// The hooks as after a restart.
    Hooks open() {
        Timepieces time = new Timepieces(desk.clock, desk.clock);
        return new Hooks(new Parts(desk.ledger(), this, time, desk.ids, new Random(1), Runnable::run));
    }

    /// From now on the program wants to hear of these.
    void hear(Event... events) {
        WebhookSettings tracker = new WebhookSettings(
                "tracker",
                Set.of(events),
                Set.of(),
                Map.of("url", program.address("/hook"), "allow-private", "true"),
                Map.of("signing-secret", new Secret(KEY)));
        settings = new Settings(
                settings.lines(),
                settings.channels(),
                settings.texts(),
                settings.alerts(),
                List.of(tracker),
                settings.keepers(),
                settings.panic());
    }

    /// Lets time pass until what was texted is told, and some more.
    void later(Duration time) {
        desk.clock.step(time);
        hooks.turn();
    }

    void later() {
        later(Chronicle.LAG.plusSeconds(1));
    }

    /// Texts of one sender, as fast as they come in.
    void flood(int texts) {
        for (int i = 0; i < texts; i += 1_000) {
            var _ = desk.commit(IntStream.range(0, Math.min(1_000, texts - i))
                    .mapToObj(_ -> (Arrival) desk.arrival(2, "slt"))
                    .toList());
        }
    }

    /// The bodies that came in.
    List<JsonNode> bodies() {
        return program.calls.stream()
                .map(call -> JsonMapper.shared().readTree(call.body()))
                .toList();
    }

    /// The events that came in, in order, however many calls they came in.
    List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        bodies().forEach(body -> body.path("data").path("events").forEach(events::add));
        return events;
    }

    long missed() {
        return bodies().stream()
                .mapToLong(body -> body.path("data").path("missed").asLong())
                .sum();
    }

    @Override
    public Settings current() {
        return settings;
    }

    @Override
    public Rulebook rulebook() {
        return Fixtures.rulebook(settings.lines().toArray(Line[]::new));
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String document() {
        return "";
    }

    @Override
    public Optional<String> document(int version) {
        return Optional.empty();
    }

    @Override
    public List<Version> versions() {
        return List.of();
    }

    @Override
    public Change change(String author, int expected, String yaml) {
        return new Change.Conflict(1);
    }

    @Override
    public Change panic(String author, boolean stopped) {
        settings = settings.withPanic(stopped);
        return new Change.Made(1, List.of());
    }

    @Override
    public List<ChannelHealth> channels() {
        return List.of();
    }

    @Override
    public void close() {
        hooks.close();
        program.close();
        desk.close();
    }
}
