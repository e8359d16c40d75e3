package org.esquive.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Judge;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.Settlement;
import org.esquive.ledger.Settlement.Result;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.esquive.message.Fingerprint;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.esquive.policy.Decision;
import org.esquive.policy.Moment;
import org.esquive.policy.Policy;
import org.esquive.policy.Rules;
import org.esquive.policy.Standing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.util.FileSystemUtils;

/// What a text costs the ledger by the size of the batch: committed with a reply that leaves at once, then settled as
/// sent, each forced to the disk. The figures are of one text; the senders of a batch are distinct. Each iteration
/// begins with an empty file.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LedgerBench {
    /// Texts an invocation, in as many batches as it takes.
    private static final int TEXTS = 1_024;

    /// A multiple of the above. They take turns; a second faster than five turns would find them at their limit.
    private static final int SENDERS = 64 * TEXTS;

    private static final Result SENT = new Result.Sent(Optional.empty());

    @Param({"64", "256", "1024"})
    private int batch;

    private final InstantSource clock = InstantSource.system();
    private final Ids ids = new Ids(clock, 1);
    private final Keyring keyring = Fixtures.keyring();
    private final Judge judge = new Answering();
    private final List<Known> senders = new ArrayList<>(SENDERS);
    private Path folder;
    private Ledger ledger;
    private int turn;

    /// A text of a sender, and the sender's fingerprint, which is made before a text comes to the ledger.
    private record Known(Inbound inbound, Fingerprint sender) {}

    /// The policy, and leave for each reply.
    private static final class Answering implements Judge {
        private final Rules rules =
                Fixtures.rulebook(Fixtures.demo(1_000_000)).of(Fixtures.DEMO).orElseThrow();

        @Override
        public Rules rules(LineId line) {
            return rules;
        }

        @Override
        public Decision decide(Arrival.Text text, Standing standing) {
            return Policy.decide(text.inbound(), standing, rules, new Moment(text.at(), 0.5));
        }

        @Override
        public boolean leavesNow(LineId line) {
            return true;
        }
    }

    /// Numbers three digits longer than the reserved ones, so that there are enough and none is anybody's.
    @Setup
    public void meetSenders() {
        for (int i = 0; i < SENDERS; i++) {
            Sender sender = new Sender.Mobile(new PhoneNumber("+3363998" + (1_000_000 + i)), Fixtures.FRANCE);
            Inbound inbound = Inbound.text(Fixtures.DEMO, sender, "slt tu fais quoi ce soir");
            senders.add(new Known(inbound, keyring.sender(sender)));
        }
    }

    @Setup(Level.Iteration)
    public void open() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "ledger");
        ledger = SqliteLedger.open(folder.resolve("bench.db"), keyring);
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException {
        ledger.close();
        boolean _ = FileSystemUtils.deleteRecursively(folder);
    }

    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public void commitAndSettle() {
        for (int taken = 0; taken < TEXTS; taken += batch) {
            List<Settlement> sent = sent(ledger.commit(nextBatch(), judge));
            if (sent.size() != batch) {
                throw new IllegalStateException("expected a reply to each text; there were " + sent.size());
            }
            ledger.settle(sent);
        }
    }

    private List<Arrival> nextBatch() {
        Instant now = clock.instant();
        List<Arrival> arrivals = new ArrayList<>(batch);
        for (int i = 0; i < batch; i++) {
            Known next = senders.get(turn++ % SENDERS);
            arrivals.add(new Arrival.Text(
                    ids.next(), next.inbound(), next.sender(), Optional.empty(), Optional.empty(), now));
        }
        return arrivals;
    }

    private List<Settlement> sent(List<Outcome> outcomes) {
        Instant now = clock.instant();
        List<Settlement> settlements = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Decided decided) {
                decided.leaving().ifPresent(owed -> settlements.add(new Settlement(owed, SENT, now)));
            }
        }
        return settlements;
    }
}
