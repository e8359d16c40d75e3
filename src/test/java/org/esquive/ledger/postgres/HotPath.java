package org.esquive.ledger.postgres;

import static org.esquive.lab.Fixtures.DEMO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.Owed;
import org.esquive.ledger.Settlement;
import org.esquive.ledger.Settlement.Result;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.message.Segment;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Keep;
import org.esquive.settings.Line;
import org.esquive.settings.Prices;
import org.esquive.settings.Settings;
import org.esquive.settings.yaml.ShippedCountries;

/// Everything that the engine asks of a ledger while texts flow, on two lines with limits and a channel each.
final class HotPath {
    static final LineId OTHER = new LineId("other");

    private static final int EVERY_KIND_OF_TEXT = 7;

    private final Desk desk;
    private int round;

    HotPath(Desk desk) {
        this.desk = desk;
        desk.rules(rulebook());
        desk.ledger().office().chronicle().noteReplies(true);
    }

    private static Rulebook rulebook() {
        Line demo = line(DEMO, Fixtures.DEMO_NUMBER);
        Line other = line(OTHER, new PhoneNumber("+33639980011"));
        return Rulebook.of(
                new Settings(
                        List.of(demo, other), List.of(channel(demo), channel(other)), Map.of("fr", Fixtures.FRENCH)),
                Map.of(),
                ShippedCountries.load());
    }

    private static Line line(LineId id, PhoneNumber number) {
        Line demo = Fixtures.demo(200);
        return new Line(
                id,
                number,
                demo.country(),
                demo.alsoAnswered(),
                demo.zone(),
                demo.language(),
                "channel-" + id.value(),
                demo.status(),
                demo.timing(),
                demo.limits(),
                demo.denied(),
                new Keep(Keep.What.TEXTS, Duration.ofDays(1)));
    }

    private static ChannelSettings channel(Line line) {
        Caps caps = Caps.NONE.with(Cap.REPLIES_PER_DAY, 150);
        return new ChannelSettings(line.channel(), "none", Map.of(), Map.of(), caps, Prices.NONE);
    }

    /// Texts of every kind, receipts, replies that wait and replies that leave at once, and what becomes of them.
    void walk() {
        round++;
        List<Settlement> settled = new ArrayList<>();
        for (LineId line : List.of(DEMO, OTHER)) {
            for (int again = 0; again < 2; again++) {
                for (Outcome outcome : desk.commit(texts(line))) {
                    if (outcome instanceof Outcome.Decided decided) {
                        decided.leaving().ifPresent(owed -> settled.add(settlement(owed, settled.size())));
                    }
                }
            }
            desk.commit(List.of(news(line, new Receipt.Match.ByProviderId("nobody" + round, List.of("none")))));
            var _ = desk.ledger().nextDue(line);
            for (Owed owed : desk.ledger().claim(line, desk.clock.instant(), 100)) {
                settled.add(settlement(owed, settled.size()));
            }
        }
        desk.ledger().settle(settled);
        for (Settlement one : settled) {
            long id = one.reply().outbound().id();
            desk.commit(List.of(news(one.reply().outbound().line(), new Receipt.Match.ByReply(id))));
        }
        desk.clock.step(Duration.ofHours(1));
    }

    private Settlement settlement(Owed owed, int kind) {
        return new Settlement(owed, result(kind), desk.clock.instant());
    }

    private Result result(int kind) {
        return switch (kind % 4) {
            case 0 -> new Result.Refused("0x0B");
            case 1 -> new Result.Unknown("lost");
            case 2 -> new Result.Deferred(desk.clock.instant().plusSeconds(60));
            default -> new Result.Sent(Optional.of("nobody" + round));
        };
    }

    private Arrival news(LineId line, Receipt.Match match) {
        var receipt = new Receipt(line, match, Receipt.State.DELIVERED, desk.clock.instant());
        return new Arrival.News(receipt, desk.clock.instant());
    }

    private List<Arrival> texts(LineId line) {
        List<Arrival> texts = new ArrayList<>();
        for (int kind = 0; kind < EVERY_KIND_OF_TEXT; kind++) {
            texts.add(text(line, kind, "slt", new Inbound.Identity.None(), Optional.empty()));
        }
        texts.add(text(line, 20, "STOP", new Inbound.Identity.None(), Optional.empty()));
        texts.add(text(line, 21, "START", new Inbound.Identity.None(), Optional.empty()));
        texts.add(text(line, 22, "slt", new Inbound.Identity.Key("key " + round), Optional.empty()));
        texts.add(text(line, 23, "slt", new Inbound.Identity.Content("content " + round, 1), Optional.empty()));
        for (int part = 1; part <= 2; part++) {
            Segment segment = new Segment(round, false, 2, part);
            texts.add(text(line, 24, "slt", new Inbound.Identity.None(), Optional.of(segment)));
        }
        return texts;
    }

    private Arrival text(LineId line, int sender, String words, Inbound.Identity identity, Optional<Segment> segment) {
        return desk.arrival(new Inbound(
                line, Fixtures.mobile(100 + sender), Inbound.Kind.TEXT, words, Optional.empty(), identity, segment));
    }
}
