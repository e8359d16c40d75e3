package org.esquive.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Outcome;
import org.esquive.message.Inbound;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.message.Sender;
import org.esquive.policy.Decision;
import org.esquive.policy.Flood;
import org.esquive.policy.Hold;
import org.esquive.policy.Reason;
import org.esquive.rehearsal.Coming.What;
import org.esquive.rehearsal.Timeline.Guard;

/// A story played event by event: what comes first happens first, and what answers a reply comes after it. Texts
/// between which no reply can leave are one commit, each with its own moment: that changes no decision, and
/// spares most of the time.
final class Play implements AutoCloseable {
    private static final Duration UNTIL_REPORTED = Duration.ofSeconds(10);
    private static final int MOST_ALERTS = 1_000;

    /// What a keeper would look up from.
    private static final Set<AlertKind> ALARMS = EnumSet.of(
            AlertKind.FLOOD, AlertKind.NEIGHBOURS, AlertKind.BREAKER, AlertKind.LIMIT_NEAR, AlertKind.LIMIT_REACHED);

    private final Scenario scenario;
    private final Stage stage;
    private final Timeline timeline;
    private final Witness witness;
    private final Coming coming = new Coming();
    private final Map<PhoneNumber, Actor> actors = new HashMap<>();
    private DryRun run;
    private Instant now;
    private Optional<Instant> alarm = Optional.empty();

    /// Starts the program.
    interface Opening {
        /// @param moment when
        /// @param sent told of each reply that leaves
        DryRun at(Instant moment, Consumer<Outbound> sent);
    }

    /// Where a story is played.
    ///
    /// @param opening starts the program
    /// @param props what actors may use
    /// @param receipts whether the network reports what became of replies
    /// @param shortest the shortest time that a reply waits
    /// @param batch most texts of a commit
    record Stage(Opening opening, Actor.Props props, boolean receipts, Duration shortest, int batch) {}

    Play(Scenario scenario, Stage stage, Timeline timeline) {
        this.scenario = scenario;
        this.stage = stage;
        this.timeline = timeline;
        this.now = scenario.start();
        this.witness = new Witness(scenario.staging().exists());
        this.run = stage.opening().at(now, this::leaves);
        scenario.staging().troupe().enter(stage.props()).forEach(actor -> actors.put(actor.number(), actor));
        scenario.staging().restarts().forEach(at -> coming.add(at, new What.Restarts()));
        coming.add(scenario.texts());
        timeline.ends().forEach(at -> coming.add(at, new What.Look()));
    }

    /// Plays until nothing more comes and nothing waits.
    ///
    /// @param progress told how many texts came at once
    void toTheEnd(IntConsumer progress) {
        Optional<Instant> next = coming.next();
        Optional<Instant> due = run.nextDue();
        while (next.isPresent() || due.isPresent()) {
            if (due.isPresent() && (next.isEmpty() || !due.get().isAfter(next.get()))) {
                now = due.get();
                run.passUntil(now);
            } else {
                now = next.orElseThrow();
                happens(due.orElse(Instant.MAX), progress);
            }
            next = coming.next();
            due = run.nextDue();
        }
        look();
    }

    Witness witness() {
        return witness;
    }

    /// What the ledger says of it all.
    Figures figures() {
        return run.figures();
    }

    /// How long it took until somebody was told, if anybody was.
    Optional<Duration> reaction() {
        return alarm.map(at -> Duration.between(scenario.attack().orElseThrow(), at));
    }

    @Override
    public void close() {
        actors.values().forEach(Actor::close);
        run.close();
    }

    /// @param due when a reply leaves, unless something else does before
    private void happens(Instant due, IntConsumer progress) {
        Instant soonest = now.plus(stage.shortest());
        List<Scenario.Text> texts = coming.takePlainTextsBefore(due.isBefore(soonest) ? due : soonest, stage.batch());
        if (!texts.isEmpty()) {
            come(texts);
            progress.accept(texts.size());
            return;
        }
        switch (coming.take()) {
            case What.Comes(var text) -> come(List.of(text));
            case What.IsReported(var receipt) -> run.report(now, receipt);
            case What.Restarts _ -> restart();
            case What.Look _ -> look();
        }
    }

    private void come(List<Scenario.Text> texts) {
        List<DryRun.Dated> dated = new ArrayList<>(texts.size());
        for (Scenario.Text text : texts) {
            witness.comes(text);
            timeline.text(text.at());
            Sender sender = new Sender.Mobile(text.from(), Rehearsal.FRANCE);
            dated.add(new DryRun.Dated(text.at(), Inbound.text(Rehearsal.LINE, sender, text.words())));
        }
        for (Outcome outcome : run.receive(dated)) {
            if (outcome instanceof Outcome.Decided decided
                    && decided.decision() instanceof Decision.Silence(var reason, var hold)) {
                timeline.guard(decided.text().at(), guard(reason, hold));
            }
        }
    }

    private void leaves(Outbound reply) {
        witness.leaves(reply.to(), reply.text());
        timeline.reply(now);
        boolean arrives = scenario.staging().exists().test(reply.to());
        if (stage.receipts()) {
            Receipt.State state = arrives ? Receipt.State.DELIVERED : Receipt.State.FAILED;
            Instant then = now.plus(UNTIL_REPORTED);
            Receipt receipt = new Receipt(Rehearsal.LINE, new Receipt.Match.ByReply(reply.id()), state, then);
            coming.add(then, new What.IsReported(receipt));
        }
        Actor actor = actors.get(reply.to());
        if (arrives && actor != null) {
            coming.add(actor.reads(now, reply.text()));
        }
    }

    private void restart() {
        run.close();
        run = stage.opening().at(now, this::leaves);
        witness.restarts();
    }

    /// What a keeper would see: alerts, and a flood in which people are answered all the same.
    private void look() {
        Flood flood = run.figures().line(Rehearsal.LINE).flood();
        if (flood.isOn(now) && !flood.stops(now)) {
            timeline.guard(now, Guard.TOLD);
        }
        if (alarm.isEmpty() && scenario.attack().isPresent()) {
            Instant attack = scenario.attack().get();
            alarm = run.figures().alerts(Rehearsal.LINE, MOST_ALERTS).reversed().stream()
                    .filter(alert ->
                            ALARMS.contains(alert.kind()) && !alert.at().isBefore(attack))
                    .map(Figures.Alert::at)
                    .findFirst();
        }
    }

    private static Guard guard(Reason reason, Optional<Hold> hold) {
        return switch (hold.map(Hold::cause).orElse(Hold.Cause.PANIC)) {
            case NEIGHBOURS -> Guard.NEIGHBOURS;
            case UNDELIVERABLE, OPT_OUTS -> Guard.BREAKER;
            case NEWCOMERS, BOTNET, TEXTS, SCRIPT -> Guard.FLOOD;
            default -> reason == Reason.LIMIT ? Guard.LIMIT : Guard.NONE;
        };
    }
}
