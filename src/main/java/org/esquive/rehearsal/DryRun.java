package org.esquive.rehearsal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.esquive.dispatch.Dispatcher;
import org.esquive.intake.Intake;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.esquive.message.Inbound;
import org.esquive.message.Outbound;
import org.esquive.message.Receipt;
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
    private final Keyring keyring;
    private final Ids ids;
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

    /// @param folder the folder of the ledger, which nobody needs afterwards
    /// @param sent told of each reply at the moment it leaves
    public DryRun(Plan plan, Path folder, Consumer<Outbound> sent) {
        Random chance = new Random(plan.seed());
        byte[] key = new byte[Keyring.KEY_LENGTH];
        chance.nextBytes(key);
        Rulebook rulebook = Rulebook.of(plan.settings(), plan.shipped(), ShippedCountries.load());
        Sink nowhere = new Sink(sent);
        this.settings = plan.settings();
        this.clock = new VirtualClock(plan.start());
        this.keyring = new Keyring(key);
        this.ids = new Ids(clock, 0);
        this.ledger = SqliteLedger.openToThrowAway(folder.resolve("rehearsal.db"), keyring);
        this.intake = new Intake(ledger, keyring, () -> rulebook, clock, chance, ids);
        this.dispatcher = new Dispatcher(ledger, _ -> Optional.of(nowhere), clock);
    }

    /// Lets time pass until a moment, then takes a text.
    public Outcome receive(Instant at, Inbound inbound) {
        passUntil(at);
        return receive(List.of(new Dated(at, inbound))).getFirst();
    }

    /// A text and when it comes.
    record Dated(Instant at, Inbound inbound) {}

    /// Takes texts in one commit, each at its own moment. The same as taking them one by one, if no reply is due
    /// before the last of them: neither one that waits nor one that they bring about.
    ///
    /// @param texts 1 to 1,024, the earliest first
    List<Outcome> receive(List<Dated> texts) {
        List<Arrival> arrivals = new ArrayList<>(texts.size());
        for (Dated text : texts) {
            clock.goOnTo(text.at());
            arrivals.add(Arrival.Text.of(ids.next(), text.inbound(), keyring, clock.instant()));
        }
        return intake.commitNow(arrivals);
    }

    /// Lets time pass until a moment, then takes what the network says of a reply.
    void report(Instant at, Receipt receipt) {
        passUntil(at);
        var _ = intake.commitNow(List.of(new Arrival.News(receipt, at)));
    }

    /// When the next reply leaves, if one waits.
    Optional<Instant> nextDue() {
        return settings.lines().stream()
                .flatMap(line -> ledger.nextDue(line.id()).stream())
                .min(Comparator.naturalOrder());
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
