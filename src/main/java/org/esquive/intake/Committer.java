package org.esquive.intake;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.esquive.intake.Intake.Taken;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Express;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.Owed;
import org.esquive.ledger.ValueRefused;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.policy.Rulebook;
import org.jspecify.annotations.Nullable;

/// Commits one batch after the other, answers everybody in it, and has leave what is due at once. For the
/// committing thread, but for what is said to be for any.
final class Committer {
    /// How often a text is tried as it is: with its batch, and then alone.
    static final int TRIES = 3;

    private static final Logger LOG = System.getLogger(Committer.class.getName());

    private final Ledger ledger;
    private final Supplier<Rulebook> rulebook;
    private final Bench.Around around;
    private final InstantSource clock;
    private final Ids ids;

    private final Redeliveries redeliveries = new Redeliveries();
    private final List<Consumer<List<Outcome>>> observers = new CopyOnWriteArrayList<>();
    private volatile Express express = Express.NONE;
    private volatile @Nullable String ledgerTrouble;
    private volatile @Nullable LineId unknownLine;

    Committer(Ledger ledger, Supplier<Rulebook> rulebook, RandomGenerator chance, InstantSource clock, Ids ids) {
        this.ledger = ledger;
        this.rulebook = rulebook;
        this.around = new Bench.Around(chance, new Neighbourhood(), ids);
        this.clock = clock;
        this.ids = ids;
    }

    /// Has the outcomes of each commit told to somebody. For any thread.
    void afterCommit(Consumer<List<Outcome>> observer) {
        observers.add(observer);
    }

    /// Has replies that are due at once leave with the commit that decides them. For any thread.
    void expressBy(Express shortWay) {
        express = shortWay;
    }

    /// Why texts are refused, if they are. For any thread.
    Optional<String> trouble() {
        LineId unknown = unknownLine;
        if (unknown != null && rulebook.get().of(unknown).isEmpty()) {
            return Optional.of("A text came for line " + unknown + ", which the settings do not have: add the line, or"
                    + " correct the channel that brings its texts.");
        }
        return Optional.ofNullable(ledgerTrouble);
    }

    /// Commits texts on the caller's thread, whichever it is. A repeated delivery is told by its id only, and no
    /// reply leaves before it is claimed.
    List<Outcome> commitNow(List<Arrival> texts) {
        List<Outcome> outcomes = ledger.commit(texts, new Bench(rulebook.get(), Express.NONE, around));
        tell(outcomes);
        return outcomes;
    }

    /// Commits a batch and answers it. A change of the settings since may have removed a line.
    void commit(List<Waiting> batch) {
        Rulebook rules = rulebook.get();
        List<Waiting> ours = new ArrayList<>(batch.size());
        for (Waiting waiting : batch) {
            if (rules.of(waiting.arrival().line()).isPresent()) {
                ours.add(waiting);
            } else {
                unknownLine = waiting.arrival().line();
                waiting.answer(Taken.LATER);
            }
        }
        try {
            if (!redeliveries.isRecalled()) {
                redeliveries.recallBefore(arrivals(ours), ledger, clock.instant());
            }
        } catch (LedgerUnavailable failure) {
            refuse(ours, failure);
            return;
        }
        parts(ours).forEach(part -> store(sift(part), rules, 0));
    }

    /// A batch in parts that are each one commit: all of it, or some lines each, in the order in which all nodes
    /// take them, so that they follow each other from line to line.
    private List<List<Waiting>> parts(List<Waiting> batch) {
        int worth = ledger.textsWorthACommit();
        if (batch.size() <= worth) {
            return List.of(batch);
        }
        SortedMap<String, List<Waiting>> byLine = new TreeMap<>();
        for (Waiting waiting : batch) {
            byLine.computeIfAbsent(waiting.arrival().line().value(), _ -> new ArrayList<>())
                    .add(waiting);
        }
        List<List<Waiting>> parts = new ArrayList<>();
        List<Waiting> part = new ArrayList<>();
        for (List<Waiting> line : byLine.values()) {
            part.addAll(line);
            if (part.size() >= worth) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /// Stores a batch; if a mistake of ours keeps it from being stored, each of it alone, see [#storeSingly].
    ///
    /// @param tries how often what is in it failed before
    private void store(Sifted batch, Rulebook rules, int tries) {
        if (batch.first().isEmpty()) {
            return;
        }
        Express shortWay = express;
        Bench bench = new Bench(rules, shortWay, around);
        try {
            List<Outcome> outcomes = ledger.commit(arrivals(batch.first()), bench);
            ledgerTrouble = null;
            answer(batch, outcomes);
            redeliveries.stored(clock.instant());
            send(outcomes, shortWay);
            tell(outcomes);
            tellRepeated(batch.again());
        } catch (ValueRefused mistake) {
            giveUp(bench);
            storeSingly(batch.all(), rules, tries + 1, mistake);
        } catch (LedgerUnavailable failure) {
            giveUp(bench);
            refuse(batch.all(), failure);
        } catch (RuntimeException mistake) {
            giveUp(bench);
            storeSingly(batch.all(), rules, tries + 1, mistake);
        }
    }

    /// Stores each of a batch alone, so that others flow. A text that failed [#TRIES] times is set aside: stored
    /// with nothing of it read, counted for its sender, never answered, and acknowledged, or the network would
    /// bring it for ever. Only what cannot be stored even so is refused.
    private void storeSingly(List<Waiting> batch, Rulebook rules, int tries, RuntimeException mistake) {
        for (Waiting waiting : batch) {
            if (tries < TRIES) {
                store(sift(List.of(waiting)), rules, tries);
            } else if (tries == TRIES && waiting.arrival() instanceof Arrival.Text text) {
                LOG.log(
                        Level.ERROR,
                        "event=set-aside line=" + text.line() + " text=" + text.id(),
                        Bench.withoutMessage(mistake));
                store(sift(List.of(new Waiting(text.setAside(), waiting.answer()))), rules, tries);
            } else {
                LOG.log(Level.ERROR, "event=not-stored", Bench.withoutMessage(mistake));
                waiting.answer(Taken.LATER);
            }
        }
    }

    /// Nothing of the commit was kept.
    private void giveUp(Bench bench) {
        bench.failed();
        redeliveries.notStored();
    }

    private void refuse(List<Waiting> batch, LedgerUnavailable failure) {
        ledgerTrouble = failure.getMessage();
        LOG.log(Level.ERROR, "event=ledger-unavailable refused=" + batch.size(), failure);
        batch.forEach(waiting -> waiting.answer(Taken.LATER));
    }

    /// A batch without the repeated deliveries of what is stored.
    ///
    /// @param first what is to be stored
    /// @param again repeated deliveries of some of that: they share its fate
    private record Sifted(List<Waiting> first, List<Waiting> again) {
        List<Waiting> all() {
            if (again.isEmpty()) {
                return first;
            }
            List<Waiting> all = new ArrayList<>(first);
            all.addAll(again);
            return all;
        }
    }

    /// Acknowledges repeated deliveries of what is stored, and leaves the rest.
    private Sifted sift(List<Waiting> batch) {
        Sifted sifted = new Sifted(new ArrayList<>(batch.size()), new ArrayList<>());
        List<Waiting> stored = new ArrayList<>();
        for (Waiting waiting : batch) {
            switch (copy(waiting.arrival())) {
                case FIRST -> sifted.first().add(waiting);
                case OF_WAITING -> sifted.again().add(waiting);
                case OF_STORED -> stored.add(waiting);
            }
        }
        stored.forEach(waiting -> waiting.answer(Taken.COMMITTED));
        tellRepeated(stored);
        return sifted;
    }

    private Redeliveries.Copy copy(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Text text -> redeliveries.copy(text);
            case Arrival.News _ -> Redeliveries.Copy.FIRST;
        };
    }

    /// What may be a repetition of something that another node took is to come again; so are its own repetitions.
    private void answer(Sifted batch, List<Outcome> outcomes) {
        Set<Fingerprint> doubtful = new HashSet<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Doubtful(var text)) {
                redeliveries.notTaken(text);
                text.content().ifPresent(doubtful::add);
            }
        }
        for (Waiting waiting : batch.all()) {
            if (!doubtful.isEmpty() && isOneOf(doubtful, waiting.arrival())) {
                waiting.answer(Taken.LATER);
            } else {
                acknowledge(waiting);
            }
        }
    }

    private static boolean isOneOf(Set<Fingerprint> contents, Arrival arrival) {
        return arrival instanceof Arrival.Text text
                && text.content().filter(contents::contains).isPresent();
    }

    private void acknowledge(Waiting waiting) {
        if (waiting.arrival() instanceof Arrival.Text text) {
            redeliveries.answering(text, ids.latest(), clock.instant());
        }
        waiting.answer(Taken.COMMITTED);
    }

    private static void send(List<Outcome> outcomes, Express shortWay) {
        List<Owed> leaving = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Decided decided) {
                decided.leaving().ifPresent(leaving::add);
            }
        }
        if (!leaving.isEmpty()) {
            Waiting.guarded(shortWay::send, leaving);
        }
    }

    private void tell(List<Outcome> outcomes) {
        observers.forEach(observer -> Waiting.guarded(observer, outcomes));
    }

    private void tellRepeated(List<Waiting> repeated) {
        List<Outcome> outcomes = new ArrayList<>(repeated.size());
        for (Waiting waiting : repeated) {
            if (waiting.arrival() instanceof Arrival.Text text) {
                LOG.log(Level.DEBUG, () -> "event=repeated line=" + text.line() + " text=" + text.id());
                outcomes.add(new Outcome.Repeated(text));
            }
        }
        if (!outcomes.isEmpty()) {
            tell(outcomes);
        }
    }

    private static List<Arrival> arrivals(List<Waiting> batch) {
        List<Arrival> arrivals = new ArrayList<>(batch.size());
        batch.forEach(waiting -> arrivals.add(waiting.arrival()));
        return arrivals;
    }
}
