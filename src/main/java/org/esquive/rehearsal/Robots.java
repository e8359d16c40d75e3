package org.esquive.rehearsal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.esquive.ledger.Outcome;
import org.esquive.message.Country;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.esquive.policy.Decision;
import org.esquive.rehearsal.Scenario.Text;
import org.esquive.settings.Limits;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.esquive.settings.Timing;

/// Machines that answer our replies, and would for ever: another Esquive and four simpler ones.
final class Robots {
    private static final Instant START = Instant.parse("2026-03-10T08:00:00Z");
    private static final Duration BEGIN_AGAIN = Duration.ofHours(2);
    private static final int TIMES = 6;
    private static final Instant RESTART = START.plus(Duration.ofDays(1));

    private static final PhoneNumber OTHER_LINE = Draft.reserved(9_998);
    private static final PhoneNumber HASTY = Draft.reserved(9_001);
    private static final PhoneNumber VARYING = Draft.reserved(9_002);
    private static final PhoneNumber ABSENT = Draft.reserved(9_003);
    private static final PhoneNumber PATIENT = Draft.reserved(9_004);
    private static final List<PhoneNumber> ALL = List.of(OTHER_LINE, HASTY, VARYING, ABSENT, PATIENT);

    private Robots() {}

    static Scenario of(long seed) {
        Draft draft = new Draft(seed);
        draft.genuine(12, START, Duration.ofHours(3));
        Draft.Wave greetings = new Draft.Wave(START, Duration.ofMinutes(5), TIMES, BEGIN_AGAIN);
        Draft.Wave again = new Draft.Wave(RESTART, Duration.ofMinutes(5), TIMES, BEGIN_AGAIN);
        draft.wave(greetings, ALL, Role.ROBOT);
        draft.wave(again, ALL, Role.ROBOT);
        return new Scenario(
                "two-bots",
                "Two Esquives text each other, and four other machines answer whatever they get",
                "A machine answers after a second, another after two minutes with other words each time, one says that"
                        + " nobody is in, one takes an hour; the fifth is another Esquive. Each begins anew every two"
                        + " hours. After a day the program is started again, and so are they.",
                Optional.of(START),
                draft.texts(),
                Scenario.Staging.PLAIN.with(Robots::enter).restartedAt(RESTART.minusSeconds(1)));
    }

    private static List<Actor> enter(Actor.Props props) {
        return List.of(
                new OtherEsquive(props),
                new Machine(HASTY, Duration.ofSeconds(1), "ok"),
                new Machine(VARYING, Duration.ofMinutes(2), "Message no %d, merci"),
                new Machine(ABSENT, Duration.ofSeconds(20), "Je suis absent jusqu'a lundi."),
                new Machine(PATIENT, Duration.ofHours(1), "Bien recu, %d"));
    }

    /// A machine that answers each reply.
    private static final class Machine implements Actor {
        private final PhoneNumber number;
        private final Duration after;
        private final String words;
        private int said;

        Machine(PhoneNumber number, Duration after, String words) {
            this.number = number;
            this.after = after;
            this.words = words;
        }

        @Override
        public PhoneNumber number() {
            return number;
        }

        @Override
        public List<Text> reads(Instant at, String reply) {
            return List.of(new Text(at.plus(after), number, Role.ROBOT, words.formatted(++said)));
        }
    }

    /// A second installation with a ledger and words of its own: the real program, like the first.
    private static final class OtherEsquive implements Actor {
        private static final LineId LINE = new LineId("other");
        private static final Country FRANCE = new Country("FR");
        private static final ReplyTexts WORDS =
                new ReplyTexts(List.of("Ici une autre machine. Merci de ne plus ecrire."), "h", "s", "t");

        private final DryRun run;

        OtherEsquive(Props props) {
            Settings settings = new Settings(List.of(line()), List.of(), Map.of("fr", WORDS));
            Path folder = props.folder();
            this.run = new DryRun(new DryRun.Plan(settings, props.shipped(), START, props.seed()), folder, _ -> {});
        }

        private static Line line() {
            return new Line(
                    LINE,
                    OTHER_LINE,
                    FRANCE,
                    Set.of(),
                    ZoneId.of("Europe/Paris"),
                    "fr",
                    "nowhere",
                    Line.Status.OPEN,
                    Timing.USUAL,
                    Limits.USUAL,
                    List.of());
        }

        @Override
        public PhoneNumber number() {
            return OTHER_LINE;
        }

        @Override
        public List<Text> reads(Instant at, String reply) {
            Sender us = new Sender.Mobile(Rehearsal.NUMBER, FRANCE);
            Outcome outcome = run.receive(at, Inbound.text(LINE, us, reply));
            return outcome instanceof Outcome.Decided decided && decided.decision() instanceof Decision.Reply answer
                    ? List.of(new Text(answer.dueAt(), OTHER_LINE, Role.ROBOT, answer.text()))
                    : List.of();
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
