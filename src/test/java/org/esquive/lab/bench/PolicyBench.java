package org.esquive.lab.bench;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.esquive.lab.Fixtures;
import org.esquive.message.Inbound;
import org.esquive.policy.Decision;
import org.esquive.policy.Keyword;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Moment;
import org.esquive.policy.Policy;
import org.esquive.policy.Rules;
import org.esquive.policy.SenderRecord;
import org.esquive.policy.Standing;
import org.esquive.policy.Vocabulary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a decision costs, and knowing a keyword from ordinary words.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PolicyBench {
    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final LineRecord SAID = LineRecord.NEW;

    private final Rules rules =
            Fixtures.rulebook(Fixtures.demo(1_000_000)).of(Fixtures.DEMO).orElseThrow();
    private final Moment moment = new Moment(NOW, 0.5);
    private final Standing fresh = new Standing(SenderRecord.NEW, SAID);
    private final Standing atTheLimit =
            new Standing(new SenderRecord(5, 5, Optional.of(NOW.minusSeconds(60)), false, false), SAID);
    private final Inbound ordinary = text("slt tu fais quoi ce soir");
    private final Inbound stop = text("STOP");
    private final Inbound spelledOut = text("S.T.O.P !");

    private static Inbound text(String words) {
        return Inbound.text(Fixtures.DEMO, Fixtures.mobile(1), words);
    }

    @Benchmark
    public Decision answered() {
        return Policy.decide(ordinary, fresh, rules, moment);
    }

    @Benchmark
    public Decision silenced() {
        return Policy.decide(ordinary, atTheLimit, rules, moment);
    }

    @Benchmark
    public Decision keyword() {
        return Policy.decide(stop, fresh, rules, moment);
    }

    @Benchmark
    public Keyword keywordOfOrdinaryWords() {
        return Vocabulary.EVERYWHERE.keyword(ordinary);
    }

    @Benchmark
    public Keyword keywordOfStop() {
        return Vocabulary.EVERYWHERE.keyword(stop);
    }

    @Benchmark
    public Keyword keywordOfStopSpelledOut() {
        return Vocabulary.EVERYWHERE.keyword(spelledOut);
    }
}
