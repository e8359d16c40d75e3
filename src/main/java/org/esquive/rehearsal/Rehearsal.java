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

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final String CHANNEL = "nowhere";

    private static final int BATCH = 1_024;

    /// A rehearsal that takes no more time than it needs.
    public Rehearsal(Map<String, ReplyTexts> shipped, Delay delay, long seed) {
        this(shipped, delay, seed, BATCH);
    }

    /// Plays a scenario from its first text until every reply has left. The ledger is a file in the temporary
    /// folder, gone afterwards.
    ///
    /// @param progress told each time how many texts came at once; what it throws ends the play
    public Result play(Scenario scenario, Protection protection, IntConsumer progress) {
        return inNewFolder(folder -> protection == Protection.NONE
                ? unprotected(scenario, folder)
                : play(scenario, part(protection, scenario), folder, progress));
    }

    /// Plays a scenario on a keeper's own line, in the same way.
    public Result play(Scenario scenario, OwnLine line, IntConsumer progress) {
        Settings settings = line.inThePlaceOf(NUMBER, scenario.staging().besideEachOther());
        Part part = new Part(Protection.OWN, settings, line.shortestWait());
        return inNewFolder(folder -> play(scenario, part, folder, progress));
    }

    /// How a line is protected in a play.
    ///
    /// @param protection the column of the table
    /// @param settings of the line
    /// @param shortest the shortest time that a reply waits
    private record Part(Protection protection, Settings settings, Duration shortest) {}

    private Part part(Protection protection, Scenario scenario) {
        return new Part(protection, settings(protection, scenario.staging().besideEachOther()), delay.shortest());
    }

    private Result unprotected(Scenario scenario, Path folder) throws IOException {
        Timeline timeline = timeline(scenario);
        return Result.ofAnsweringAll(new AnswerAll(scenario, timeline).toTheEnd(props(folder)), timeline);
    }

    private Result play(Scenario scenario, Part part, Path folder, IntConsumer progress) throws IOException {
        Play.Opening opening =
                (at, sent) -> new DryRun(new DryRun.Plan(part.settings(), shipped, at, seed), folder, sent);
        Play.Stage stage =
                new Play.Stage(opening, props(folder), part.protection().looksAtReceipts(), part.shortest(), batch);
        Timeline timeline = timeline(scenario);
        try (Play play = new Play(scenario, stage, timeline)) {
            play.toTheEnd(progress);
            return result(part.protection(), play, timeline);
        }
    }

    private Actor.Props props(Path folder) throws IOException {
        return new Actor.Props(shipped, Files.createDirectory(folder.resolve("other")), seed);
    }

    private static Timeline timeline(Scenario scenario) {
        return new Timeline(scenario.start(), scenario.end().plus(LAST_REPLIES));
    }

    /// Something that is played in a folder.
    private interface Played {
        Result in(Path folder) throws IOException;
    }

    private static Result inNewFolder(Played played) {
        Path folder = newFolder();
        try {
            return played.in(folder);
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
                PARIS,
                "fr",
                CHANNEL,
                Line.Status.OPEN,
                Timing.after(delay),
                protection.limits(besideEachOther),
                List.of());
        ChannelSettings channel =
                new ChannelSettings(CHANNEL, CHANNEL, Map.of(), Map.of(), protection.caps(), Tariff.OF_2017.prices());
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
