package org.esquive.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.esquive.ledger.Figures;
import org.esquive.message.Country;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.Delay;
import org.esquive.settings.Limits;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.esquive.settings.Timing;

/// Plays a scenario on one French line and says what the line would have answered.
///
/// @param shipped the reply texts that come with the program, by language tag
/// @param delay how long a reply waits
/// @param seed what chance is made of
public record Rehearsal(Map<String, ReplyTexts> shipped, Delay delay, long seed) {
    private static final LineId LINE = new LineId("rehearsal");
    private static final Country FRANCE = new Country("FR");
    private static final Duration UNTIL_ALL_HAS_LEFT = Duration.ofDays(2);
    private static final int UNLIMITED = 1_000_000;

    /// How the line is protected.
    public enum Protection {
        /// Five texts a sender and one reply at a time: no more.
        FIVE(UNLIMITED),
        /// And 200 replies a day, as much as an ordinary SIM bears.
        FIVE_AND_DAY(200);

        private final int repliesPerDay;

        Protection(int repliesPerDay) {
            this.repliesPerDay = repliesPerDay;
        }
    }

    /// What came of it.
    ///
    /// @param totals what the ledger says
    /// @param left replies that left
    /// @param mostToOne most replies that one sender got
    /// @param took how long it took to play
    public record Result(Figures.Totals totals, long left, int mostToOne, Duration took) {}

    /// Plays a scenario from its first text until every reply has left. The ledger is a file in the temporary
    /// folder, gone afterwards.
    ///
    /// @param progress told after each text how many were played
    public Result play(Scenario scenario, Protection protection, IntConsumer progress) {
        Path folder = newFolder();
        try {
            return play(scenario, settings(protection), folder, progress);
        } finally {
            delete(folder);
        }
    }

    private Result play(Scenario scenario, Settings settings, Path folder, IntConsumer progress) {
        long began = System.nanoTime();
        Instant start = scenario.texts().getFirst().at();
        Instant end = scenario.texts().getLast().at().plus(UNTIL_ALL_HAS_LEFT);
        Map<PhoneNumber, Integer> received = new HashMap<>();
        DryRun.Plan plan = new DryRun.Plan(settings, shipped, start, seed);
        try (DryRun run = new DryRun(plan, folder, outbound -> received.merge(outbound.to(), 1, Integer::sum))) {
            int played = 0;
            for (Scenario.Text text : scenario.texts()) {
                var _ = run.receive(text.at(), Inbound.text(LINE, new Sender.Mobile(text.from(), FRANCE), "slt"));
                progress.accept(++played);
            }
            run.passUntil(end);
            Figures.Totals totals = run.figures().totals(LINE, start.minus(Duration.ofHours(1)), end);
            long left = received.values().stream().mapToLong(Integer::longValue).sum();
            int most =
                    received.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            return new Result(totals, left, most, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private Settings settings(Protection protection) {
        Limits limits = Limits.FIVE_ONLY.with(Caps.NONE.with(Cap.REPLIES_PER_DAY, protection.repliesPerDay));
        Line line = new Line(
                LINE,
                new PhoneNumber("+33639989999"),
                FRANCE,
                Set.of(),
                ZoneId.of("Europe/Paris"),
                "fr",
                "nowhere",
                Line.Status.OPEN,
                Timing.after(delay),
                limits,
                List.of());
        return new Settings(List.of(line), List.of(), Map.of());
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("esquive-rehearsal");
        } catch (IOException failure) {
            throw new UncheckedIOException("no temporary folder for the rehearsal: set -Djava.io.tmpdir", failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("the rehearsal's folder could not be removed: " + folder, failure);
        }
    }
}
