package org.esquive.lab.storm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.esquive.channel.Channel;
import org.esquive.channel.Listener;
import org.esquive.channel.smpp.SmppChannelKind;
import org.esquive.dispatch.Dispatcher;
import org.esquive.intake.Intake;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.esquive.message.Inbound;
import org.esquive.message.Receipt;
import org.esquive.policy.Rulebook;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Secret;

/// The product's own parts, put together as the program does it and without its pages, so that it starts quickly
/// and can be killed often: ledger, intake, dispatcher and one SMPP channel, for the demo line.
final class Subject implements AutoCloseable {
    static final String SYSTEM_ID = "esquive";
    static final String PASSWORD = "lab";

    /// Replies without an answer, as the history is told.
    static final int WINDOW = 20;

    private static final int UNLIMITED = 1_000_000;

    private final Intake intake;
    private final Dispatcher dispatcher;
    private final Channel channel;
    private final Ledger ledger;

    /// @param folder where its ledger and its journal are
    /// @param port of the carrier on loopback
    /// @param options of the channel, beside those that reach the carrier
    Subject(Path folder, int port, Map<String, String> options) {
        InstantSource clock = InstantSource.system();
        ledger = new Journalled(
                SqliteLedger.open(Finals.ledgerFile(folder), Fixtures.keyring()), Finals.journalFile(folder));
        Rulebook rules = Fixtures.rulebook(Fixtures.demo(UNLIMITED));
        intake = new Intake(ledger, Fixtures.keyring(), () -> rules, clock, new Random(1), new Ids(clock, 0));
        var opened = new Channel[1];
        dispatcher = new Dispatcher(ledger, _ -> Optional.ofNullable(opened[0]), clock);
        int _ = dispatcher.start(Set.of(Fixtures.DEMO));
        intake.expressBy(dispatcher);
        intake.afterCommit(this::wake);
        channel = new SmppChannelKind(clock)
                .open(settings(port, options), List.of(Fixtures.demo(UNLIMITED)), new FrontDoor(intake));
        opened[0] = channel;
        dispatcher.wake(Fixtures.DEMO);
    }

    private static ChannelSettings settings(int port, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port),
                "system-id",
                SYSTEM_ID,
                "window",
                Integer.toString(WINDOW),
                "per-second",
                "100000"));
        all.putAll(options);
        return new ChannelSettings("carrier", "smpp", all, Map.of("password", new Secret(PASSWORD)));
    }

    private void wake(List<Outcome> outcomes) {
        if (outcomes.stream().anyMatch(outcome -> outcome instanceof Outcome.Decided decided && decided.waits())) {
            dispatcher.wake(Fixtures.DEMO);
        }
    }

    private record FrontDoor(Intake intake) implements Listener {
        @Override
        public void received(Inbound inbound, Consumer<Taken> answer) {
            intake.take(inbound, taken -> answer.accept(Taken.valueOf(taken.name())));
        }

        @Override
        public void received(Receipt receipt, Consumer<Taken> answer) {
            intake.take(receipt, taken -> answer.accept(Taken.valueOf(taken.name())));
        }
    }

    @Override
    public void close() {
        channel.close();
        intake.close();
        dispatcher.close();
        ledger.close();
    }

    /// Runs until its input ends, so that it never outlives whoever started it.
    ///
    /// @param args the folder, then the port
    public static void main(String[] args) throws IOException {
        try (var _ = new Subject(Path.of(args[0]), Integer.parseInt(args[1]), Map.of())) {
            while (System.in.read() >= 0) {
                // Nothing is said to it; it waits for the end.
            }
        }
        System.exit(0);
    }
}
