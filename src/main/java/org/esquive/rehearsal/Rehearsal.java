package org.esquive.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.esquive.ledger.Figures;
import org.esquive.message.Country;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Delay;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.esquive.settings.Timing;

/// Plays a scenario on one French line and says what the line would have answered.
///
/// @param shipped the reply texts that come with the program, by language tag
/// @param delay how long a reply waits
/// @param seed what chance is made of
/// @param batch most texts of a commit, 1 to 1,024: it changes nothing but the time that a play takes
public record Rehearsal(Map<String, ReplyTexts> shipped, Delay delay, long seed, int batch) {
    static final LineId LINE = new LineId("rehearsal");
    static final PhoneNumber NUMBER = Draft.reserved(9_999);
    static final Country FRANCE = new Country("FR");

    /// After the last text, until every reply has left.
    static final Duration LAST_REPLIES = Duration.ofHours(2);

    private static final String CHANNEL = "nowhere";
    private static final int BATCH = 1_024;

    /// A rehearsal that takes no more time than it needs.
    public Rehearsal(Map<String, ReplyTexts> shipped, Delay delay, long seed) {
        this(shipped, delay, seed, BATCH);
    }

    /// Plays a scenario from its first text until every reply has left. The ledger is a file in the temporary
    /// folder, gone afterwards.
    ///
    /// @param progress told each time how many texts came at once
    public Result play(Scenario scenario, Protection protection, IntConsumer progress) {
        Path folder = newFolder();
        try {
            Actor.Props props = new Actor.Props(shipped, Files.createDirectory(folder.resolve("other")), seed);
            Timeline timeline = new Timeline(scenario.start(), scenario.end().plus(LAST_REPLIES));
            if (protection == Protection.NONE) {
                return Result.ofAnsweringAll(new AnswerAll(scenario, timeline).toTheEnd(props), timeline);
            }
            Settings settings = settings(protection, scenario.staging().besideEachOther());
            Play.Opening opening = (at, sent) -> new DryRun(new DryRun.Plan(settings, shipped, at, seed), folder, sent);
            Play.Stage stage = new Play.Stage(opening, props, protection.looksAtReceipts(), delay.shortest(), batch);
            try (Play play = new Play(scenario, stage, timeline)) {
                play.toTheEnd(progress);
                return result(protection, play, timeline);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("no folder for the rehearsal in " + folder, failure);
        } finally {
            delete(folder);
        }
    }

    private static Result result(Protection protection, Play play, Timeline timeline) {
        Figures.Totals totals = play.figures().totals(LINE, Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
        Witness seen = play.witness();
        return new Result(
                protection,
                totals,
                seen.texts(),
                seen.replies(),
                seen.segments(),
                play.reaction(),
                seen.reached(),
                timeline);
    }

    private Settings settings(Protection protection, boolean besideEachOther) {
        Line line = new Line(
                LINE,
                NUMBER,
                FRANCE,
                Set.of(),
                ZoneId.of("Europe/Paris"),
                "fr",
                CHANNEL,
                Line.Status.OPEN,
                Timing.after(delay),
                protection.limits(besideEachOther),
                List.of());
        ChannelSettings channel =
                new ChannelSettings(CHANNEL, "nowhere", Map.of(), Map.of(), protection.caps(), Tariff.OF_2017.prices());
        return new Settings(List.of(line), List.of(channel), Map.of());
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("esquive-rehearsal");
        } catch (IOException failure) {
            throw new UncheckedIOException("no temporary folder for the rehearsal: set -Djava.io.tmpdir", failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the rehearsal's folder could not be removed: " + folder, failure);
        }
    }
}
