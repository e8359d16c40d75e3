package org.esquive.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.esquive.rehearsal.October2017;
import org.esquive.rehearsal.Rehearsal;
import org.esquive.rehearsal.RehearsalTable;
import org.esquive.rehearsal.Scenario;
import org.esquive.rehearsal.Tariff;
import org.esquive.settings.Delay;
import org.esquive.settings.yaml.ShippedTexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Plays October 2017 and prints what the rules would have saved.
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a raid through the real program on a virtual clock, and says what it would have cost.",
            "Nothing is sent, and your own line is not touched."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RehearseCommand implements Callable<Integer> {
    /// What can be played.
    enum Story {
        OCTOBER_2017,
        OCTOBER_2017_LONG;

        Scenario scenario() {
            return switch (this) {
                case OCTOBER_2017 -> October2017.shortStory();
                case OCTOBER_2017_LONG -> October2017.longStory();
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "STORY",
            defaultValue = "october-2017",
            converter = StoryConverter.class,
            description = "october-2017 (26,000 texts) or october-2017-long (36,000). Default: ${DEFAULT-VALUE}")
    private Story story = Story.OCTOBER_2017;

    @Option(names = "--seed", defaultValue = "2017", description = "What chance is made of. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Spec
    private CommandSpec spec;

    /// Both ways of protection are played side by side.
    @Override
    public Integer call() {
        Scenario scenario = story.scenario();
        Rehearsal rehearsal = new Rehearsal(ShippedTexts.load(), Delay.USUAL, seed);
        int total = Rehearsal.Protection.values().length * scenario.texts().size();
        Progress progress = new Progress(spec.commandLine().getErr(), "playing " + story, total);
        long began = System.nanoTime();
        try (ExecutorService players = Executors.newFixedThreadPool(2)) {
            Future<Rehearsal.Result> five =
                    players.submit(() -> rehearsal.play(scenario, Rehearsal.Protection.FIVE, _ -> progress.step()));
            Future<Rehearsal.Result> day = players.submit(
                    () -> rehearsal.play(scenario, Rehearsal.Protection.FIVE_AND_DAY, _ -> progress.step()));
            RehearsalTable table = new RehearsalTable(scenario, Tariff.OF_2017, await(five), await(day));
            progress.done();
            PrintWriter out = spec.commandLine().getOut();
            out.print(table.text());
            out.printf(Locale.ROOT, "%n%s%n", howItWent(scenario, Duration.ofNanos(System.nanoTime() - began)));
            out.flush();
        }
        return 0;
    }

    private static Rehearsal.Result await(Future<Rehearsal.Result> result) {
        try {
            return result.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rehearsal was interrupted", stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the rehearsal failed", failure.getCause());
        }
    }

    private static String howItWent(Scenario scenario, Duration took) {
        Instant first = scenario.texts().getFirst().at();
        Instant last = scenario.texts().getLast().at();
        double speed = 1.0 * Duration.between(first, last).toSeconds() / Math.max(1, took.toSeconds());
        return "Played in %d s, %,.0f times as fast as it happened; peak heap %d MB."
                .formatted(took.toSeconds(), speed, peakHeap() >> 20);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }
}
