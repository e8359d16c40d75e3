package org.esquive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esquive.lab.Story;
import org.esquive.lab.Story.Step;
import org.esquive.ledger.Outcome;
import org.esquive.message.Country;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.Numbering;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.policy.Decision;
import org.esquive.rehearsal.DryRun;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Delay;
import org.esquive.settings.FloodLimits;
import org.esquive.settings.KeeperPhone;
import org.esquive.settings.Limits;
import org.esquive.settings.Line;
import org.esquive.settings.Prices;
import org.esquive.settings.Quiet;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Secret;
import org.esquive.settings.Settings;
import org.esquive.settings.Timing;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plays each story through the real intake, policy, ledger and dispatch. A failure names the file and the line.
class StoriesTest {
    private static final Path STORIES = Path.of("src/test/resources/stories");
    private static final LineId LINE = new LineId("story");
    private static final Country FRANCE = new Country("FR");
    private static final ReplyTexts TEXTS =
            new ReplyTexts(List.of("MESSAGE"), "HELP", "STOP", "START", Optional.of("COVER"));
    private static final Map<String, ReplyTexts> SHIPPED = Map.of("fr", TEXTS);

    private final List<Outbound> sent = new ArrayList<>();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void theStoryIsTrue(Path file) throws IOException {
        Story story = Story.read(STORIES.resolve(file));
        DryRun.Plan plan = new DryRun.Plan(settings(story.with()), SHIPPED, Story.beginning(), 1);
        try (DryRun run = new DryRun(plan, folder, sent::add)) {
            story.steps().forEach(step -> play(step, run));
        }
    }

    private void play(Step step, DryRun run) {
        switch (step) {
            case Step.Text text ->
                assertThat(decision(run.receive(text.at(), inbound(text))))
                        .as(step.where())
                        .isEqualTo(text.expected());
            case Step.Sent reply -> {
                run.passUntil(reply.at().minusMillis(1));
                long before = sentTo(reply.to());
                run.passUntil(reply.at());
                assertThat(sentTo(reply.to()))
                        .as(step.where())
                        .isIn(before, before + 1)
                        .isPositive();
                assertThat(lastTo(reply.to())).as(step.where()).isEqualTo(reply.answer());
            }
            case Step.Total total -> {
                run.passUntil(Story.beginning().plus(java.time.Duration.ofDays(200)));
                assertThat(sentTo(total.to())).as(step.where()).isEqualTo(total.replies());
            }
        }
    }

    private static String decision(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided(var _, int _, Decision.Silence(var reason, var _), var _) -> "silence " + reason;
            case Outcome.Decided(var _, int _, Decision.Reply reply, var _) ->
                reply.answer() == Decision.Answer.MESSAGE ? "reply" : "reply " + reply.answer();
            case Outcome.Repeated _ -> "repeated";
            case Outcome.Joined _ -> "joined";
            case Outcome.Doubtful _ -> "doubtful";
            case Outcome.Noted _ -> "noted";
        };
    }

    private static Inbound inbound(Step.Text text) {
        String raw = text.from().equals("(withheld)") ? "" : text.from();
        Inbound.Kind kind = switch (text.words().split(" ", 2)[0]) {
            case "[call]" -> Inbound.Kind.CALL;
            case "[other]" -> Inbound.Kind.OTHER;
            default -> Inbound.Kind.TEXT;
        };
        String words =
                text.words().replaceFirst("^\\[(call|other|empty)] ?", "").replace("{first text}", TEXTS.rung(1));
        Optional<Instant> sentAt = Optional.of(text.sentAt());
        return new Inbound(LINE, Numbering.sender(raw, FRANCE), kind, words, sentAt, new Inbound.Identity.None());
    }

    private static Settings settings(Map<String, String> with) {
        Caps caps = caps(with, "", Caps.NONE.with(Cap.REPLIES_PER_DAY, 200));
        Limits limits = Limits.FIVE_ONLY
                .withGap(Story.duration(with.getOrDefault("gap", "60s")))
                .with(caps)
                .with(flood(with));
        Line line = new Line(
                LINE,
                new PhoneNumber("+33639980010"),
                FRANCE,
                words(with, "also-answered").map(Country::new).collect(Collectors.toSet()),
                Story.ZONE,
                "fr",
                "nowhere",
                Line.Status.valueOf(with.getOrDefault("status", "open").toUpperCase(Locale.ROOT)),
                timing(with),
                limits,
                words(with, "denied").toList());
        return new Settings(
                List.of(line, other(line)),
                List.of(channel(with)),
                Map.of(),
                List.of(),
                words(with, "keeper")
                        .map(number -> new KeeperPhone(new PhoneNumber(number), new Secret("ABCDEFGHIJKLMNOP")))
                        .toList(),
                with.containsKey("panic"));
    }

    private static Timing timing(Map<String, String> with) {
        return new Timing(
                delay(with.getOrDefault("delay", "45m")),
                Optional.ofNullable(with.get("cover")).map(StoriesTest::delay),
                Optional.ofNullable(with.get("quiet"))
                        .map(hours -> hours.split(" to ", -1))
                        .map(ends -> new Quiet(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]))));
    }

    private static Caps caps(Map<String, String> with, String prefix, Caps otherwise) {
        Caps caps = otherwise;
        for (Cap cap : Cap.values()) {
            String number = with.get(prefix + cap.word());
            caps = number == null ? caps : caps.with(cap, Long.parseLong(number));
        }
        return caps;
    }

    private static FloodLimits flood(Map<String, String> with) {
        return new FloodLimits(
                Integer.parseInt(with.getOrDefault("flood.senders-per-minute", "0")),
                Integer.parseInt(with.getOrDefault("flood.texts-per-minute", "0")),
                Integer.parseInt(with.getOrDefault("flood.neighbours", "0")),
                FloodLimits.USUAL.calm(),
                Integer.parseInt(with.getOrDefault("flood.sample", "0")));
    }

    private static ChannelSettings channel(Map<String, String> with) {
        Map<String, Long> prices = words(with, "prices")
                .map(price -> price.split("=", 2))
                .collect(Collectors.toMap(price -> price[0], price -> Long.valueOf(price[1])));
        Caps caps = caps(with, "channel.", Caps.NONE);
        return new ChannelSettings("nowhere", "none", Map.of(), Map.of(), caps, new Prices("EUR", prices));
    }

    private static Line other(Line line) {
        return new Line(
                new LineId("other"),
                new PhoneNumber("+33639980011"),
                FRANCE,
                Set.of(),
                Story.ZONE,
                "fr",
                "nowhere",
                line.status(),
                line.timing(),
                line.limits(),
                List.of());
    }

    private static Delay delay(String words) {
        String[] bounds = words.split(" to ");
        return new Delay(Story.duration(bounds[0]), Story.duration(bounds[bounds.length - 1]));
    }

    private static Stream<String> words(Map<String, String> with, String name) {
        return Stream.ofNullable(with.get(name)).flatMap(value -> Stream.of(value.split(" ")));
    }

    private long sentTo(String number) {
        return sent.stream().filter(reply -> reply.to().e164().equals(number)).count();
    }

    private String lastTo(String number) {
        return sent.stream()
                .filter(reply -> reply.to().e164().equals(number))
                .reduce((_, last) -> last)
                .map(Outbound::text)
                .orElse("nothing");
    }

    static List<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.filter(file -> file.toString().endsWith(".story"))
                    .map(Path::getFileName)
                    .sorted()
                    .toList();
        }
    }
}
