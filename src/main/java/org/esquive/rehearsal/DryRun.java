package org.esquive.rehearsal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.esquive.dispatch.Dispatcher;
import org.esquive.intake.Intake;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.esquive.message.Inbound;
import org.esquive.message.Outbound;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.esquive.settings.yaml.ShippedCountries;

/// The real intake, policy, ledger and dispatch on a virtual clock, with a channel that leads nowhere. Time
/// passes only from one text to the next, and every reply that falls due in between leaves at its moment. One
/// thread; the same seed gives the same run.
public final class DryRun implements AutoCloseable {
    private final Settings settings;
    private final VirtualClock clock;
    private final Ledger ledger;
    private final Intake intake;
    private final Dispatcher dispatcher;

    /// What a dry run needs to know.
    ///
    /// @param settings the lines and their rules
    /// @param shipped the reply texts that come with the program, by language tag
    /// @param start when the clock begins
    /// @param seed what chance is made of
    public record Plan(Settings settings, Map<String, ReplyTexts> shipped, Instant start, long seed) {}

    /// @param folder an empty folder for the ledger, on a real disk: its commits are as durable as ever
    /// @param sent told of each reply at the moment it leaves
    public DryRun(Plan plan, Path folder, Consumer<Outbound> sent) {
        Random chance = new Random(plan.seed());
        byte[] key = new byte[Keyring.KEY_LENGTH];
        chance.nextBytes(key);
        Keyring keyring = new Keyring(key);
        Rulebook rulebook = Rulebook.of(plan.settings(), plan.shipped(), ShippedCountries.load());
        Sink nowhere = new Sink(sent);
        this.settings = plan.settings();
        this.clock = new VirtualClock(plan.start());
        this.ledger = SqliteLedger.open(folder.resolve("rehearsal.db"), keyring);
        this.intake = new Intake(ledger, keyring, () -> rulebook, clock, chance, new Ids(clock, 0));
        this.dispatcher = new Dispatcher(ledger, _ -> Optional.of(nowhere), clock);
    }

    /// Lets time pass until a moment, then takes a text.
    public Outcome receive(Instant at, Inbound inbound) {
        passUntil(at);
        return intake.commit(List.of(inbound)).getFirst();
    }

    /// Lets time pass: every reply that falls due until the moment, and at it, leaves.
    public void passUntil(Instant moment) {
        settings.lines().forEach(line -> sendWhatFallsDue(line, moment));
        clock.goOnTo(moment);
    }

    /// What the ledger says of it all.
    public Figures figures() {
        return ledger.figures();
    }

    private void sendWhatFallsDue(Line line, Instant moment) {
        Optional<Instant> due = ledger.nextDue(line.id()).filter(at -> !at.isAfter(moment));
        while (due.isPresent()) {
            clock.goOnTo(due.get());
            dispatcher.turn(line.id());
            due = ledger.nextDue(line.id()).filter(at -> !at.isAfter(moment));
        }
    }

    @Override
    public void close() {
        intake.close();
        dispatcher.close();
        ledger.close();
    }
}
