package org.esquive.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.esquive.intake.Intake;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Judge;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.Owed;
import org.esquive.ledger.ReplyState;
import org.esquive.ledger.Settlement;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.message.Sender;
import org.esquive.policy.Decision;
import org.esquive.policy.Moment;
import org.esquive.policy.Policy;
import org.esquive.policy.Rulebook;
import org.esquive.policy.Rules;
import org.esquive.policy.Standing;
import org.esquive.settings.Line;

/// A ledger with all that is needed to text it: the demo line, a clock, ids, and the policy as judge.
public final class Desk implements AutoCloseable {
    public static final Instant EVENING = Instant.parse("2026-03-02T20:30:00Z");

    public final SteppingClock clock = new SteppingClock(EVENING);
    public final Ids ids;
    public final Keyring keyring = Fixtures.keyring();
    private final Store store;
    private Rulebook rulebook = Fixtures.rulebook(Fixtures.demo(200));
    private boolean express;
    private Ledger ledger;

    /// A database that can be opened, closed and opened again.
    public interface Store {
        Ledger open(Keyring keyring);

        /// Every value of every table, as text.
        List<String> dump();

        /// How many rows a table has.
        int count(String table);
    }

    public Desk(Store store) {
        this.store = store;
        this.ledger = store.open(keyring);
        this.ids = new Ids(clock, ledger.nodes().number());
    }

    public Ledger ledger() {
        return ledger;
    }

    public void rules(Rulebook changed) {
        rulebook = changed;
    }

    /// From now on replies that are due at once leave with the commit that decides them.
    public void express() {
        express = true;
    }

    /// Closes the database and opens it again, as after a restart.
    public void restart() {
        ledger.close();
        ledger = store.open(keyring);
    }

    public List<String> dump() {
        return store.dump();
    }

    public int count(String table) {
        return store.count(table);
    }

    public Intake intake() {
        return new Intake(ledger, keyring, () -> rulebook, clock, new Random(1), ids);
    }

    public Outcome.Decided text(int sender, String words) {
        return text(Fixtures.mobile(sender), words);
    }

    public Outcome.Decided text(Sender sender, String words) {
        Arrival.Text text = arrival(Inbound.text(Fixtures.DEMO, sender, words));
        return (Outcome.Decided) commit(List.of(text)).getFirst();
    }

    public List<Outcome> commit(List<Arrival> batch) {
        return ledger.commit(batch, judge());
    }

    /// A text on its way to a commit.
    public Arrival.Text arrival(int sender, String words) {
        return arrival(Inbound.text(Fixtures.DEMO, Fixtures.mobile(sender), words));
    }

    public Arrival.Text arrival(Inbound inbound) {
        return Arrival.Text.of(ids.next(), inbound, keyring, clock.instant());
    }

    /// A text that the network may deliver twice.
    /// A text of a network that gives no identity: its repetition has the same key.
    public Arrival.Text anonymous(int sender, String key) {
        var identity = new Inbound.Identity.Content(key, 1);
        return arrival(new Inbound(
                Fixtures.DEMO, Fixtures.mobile(sender), Inbound.Kind.TEXT, "reponds", Optional.empty(), identity));
    }

    public Arrival.Text keyed(int sender, String key) {
        return arrival(new Inbound(
                Fixtures.DEMO,
                Fixtures.mobile(sender),
                Inbound.Kind.TEXT,
                "slt",
                Optional.empty(),
                new Inbound.Identity.Key(key)));
    }

    public List<Owed> claim() {
        return ledger.claim(Fixtures.DEMO, clock.instant(), 1_024);
    }

    public void settle(long reply, Settlement.Result result) {
        Outbound outbound = new Outbound(
                reply, Fixtures.DEMO, Fixtures.DEMO_NUMBER, new PhoneNumber("+33639980001"), "Reponse une");
        Owed owed = new Owed(outbound, EVENING, 0, EVENING, EVENING.plus(Duration.ofHours(6)));
        ledger.settle(List.of(new Settlement(owed, result, clock.instant())));
    }

    /// Claims what is due and says that the network took it.
    public List<Owed> sendAll() {
        List<Owed> claimed = claim();
        for (Owed owed : claimed) {
            long id = owed.outbound().id();
            settle(id, new Settlement.Result.Sent(Optional.of("P" + id)));
        }
        return claimed;
    }

    /// A receipt by the reference we gave; whether it was matched.
    public boolean receipt(long reply, Receipt.State state) {
        return receipt(new Receipt.Match.ByReply(reply), state);
    }

    public boolean receipt(Receipt.Match match, Receipt.State state) {
        Arrival news = new Arrival.News(new Receipt(Fixtures.DEMO, match, state, clock.instant()), clock.instant());
        return ((Outcome.Noted) commit(List.of(news)).getFirst()).matched();
    }

    /// Forgets what the line does not remember any more; how many rows went.
    public int forgetOld() {
        Line line = rulebook.of(Fixtures.DEMO).orElseThrow().line();
        return ledger.forget(line, clock.instant());
    }

    public ReplyState state(long reply) {
        return ledger.figures()
                .entry(Fixtures.DEMO, reply)
                .orElseThrow()
                .reply()
                .orElseThrow()
                .state();
    }

    public Figures.Totals totals() {
        return ledger.figures()
                .totals(Fixtures.DEMO, EVENING.minus(Duration.ofDays(1)), EVENING.plus(Duration.ofDays(999)));
    }

    public Judge judge() {
        Rulebook rules = rulebook;
        return new Judge() {
            @Override
            public Rules rules(LineId line) {
                return rules.of(line).orElseThrow();
            }

            @Override
            public Decision decide(Arrival.Text text, Standing standing) {
                return Policy.decide(text.inbound(), standing, rules(text.line()), new Moment(text.at(), 0.5));
            }

            @Override
            public long coverId() {
                return ids.next();
            }

            @Override
            public boolean leavesNow(LineId line) {
                return express;
            }
        };
    }

    @Override
    public void close() {
        ledger.close();
    }
}
