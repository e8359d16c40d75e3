package org.esquive.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Deed;
import org.esquive.ledger.DeliveryBook;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Office;
import org.esquive.ledger.Owed;
import org.esquive.ledger.Person;
import org.esquive.ledger.Sessions;
import org.esquive.ledger.Settlement.Result;
import org.esquive.ledger.TokenBook;
import org.esquive.message.Inbound;
import org.esquive.message.Receipt;
import org.esquive.message.Segment;
import org.esquive.settings.Keep;
import org.esquive.settings.Secret;

/// Something of everything that a ledger may hold, by a seed: texts, replies in every state, wishes, long texts, words
/// that are kept, alerts, settings, people and programs.
public final class Filling {
    private static final int SENDERS = 12;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Desk desk;
    private final Random chance;

    public Filling(Desk desk, long seed) {
        this.desk = desk;
        this.chance = new Random(seed);
    }

    /// Fills a ledger: so many things happen.
    public void fill(int happenings) {
        office();
        desk.rules(Fixtures.rulebook(Fixtures.keeping(new Keep(Keep.What.NUMBERS_AND_TEXTS, Duration.ofDays(20)))));
        for (int i = 0; i < happenings; i++) {
            happen(i);
            desk.clock.step(Duration.ofSeconds(chance.nextInt(2_000)));
        }
        atLeast();
    }

    private void happen(int i) {
        int sender = chance.nextInt(SENDERS);
        switch (chance.nextInt(10)) {
            case 0 -> desk.text(sender, "STOP");
            case 1 -> desk.text(sender, "START");
            case 2 -> send();
            case 3 -> desk.commit(List.of(desk.keyed(sender, "key " + i)));
            case 4 -> desk.commit(List.of(desk.anonymous(sender, "content " + i)));
            case 5 -> desk.commit(List.of(segment(sender, i, 1 + chance.nextInt(3))));
            case 6 -> {
                boolean _ =
                        desk.receipt(new Receipt.Match.ByProviderId("nobody " + i, List.of()), Receipt.State.DELIVERED);
            }
            default -> desk.text(sender, "tu es là ? 😀 " + i);
        }
    }

    /// What must be there whatever the seed is: a reply that was sent, one that waits, a sixth text, its alert.
    private void atLeast() {
        for (int i = 0; i < 6; i++) {
            desk.text(70, "slt");
            desk.clock.step(Duration.ofMinutes(3));
            send();
        }
        desk.text(71, "slt");
        desk.commit(List.of(desk.anonymous(72, "the last")));
        desk.clock.step(Duration.ofSeconds(1));
    }

    private void send() {
        for (Owed owed : desk.claim()) {
            long id = owed.outbound().id();
            switch (chance.nextInt(4)) {
                case 0 -> desk.settle(id, new Result.Refused("0x0B"));
                case 1 -> desk.settle(id, new Result.Unknown("lost"));
                default -> {
                    desk.settle(id, new Result.Sent(Optional.of("P" + id)));
                    boolean _ = desk.receipt(id, Receipt.State.DELIVERED);
                }
            }
        }
    }

    private Arrival.Text segment(int sender, int i, int number) {
        return desk.arrival(new Inbound(
                Fixtures.DEMO,
                Fixtures.mobile(sender),
                Inbound.Kind.TEXT,
                "une partie",
                Optional.empty(),
                new Inbound.Identity.Content("segment " + i, 1),
                Optional.of(new Segment(7, false, 3, number))));
    }

    private void office() {
        Office office = desk.ledger().office();
        office.chronicle().noteReplies(true);
        office.people().add(new Person("ada", Person.Role.KEEPER, "{x}hash", Optional.empty(), NOON));
        office.people().add(new Person("nina", Person.Role.WATCHER, "{x}other", Optional.empty(), NOON));
        office.people().setCodes("ada", new Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), 100, List.of("r1", "r2"));
        office.sessions().open(new Sessions.Session("5f", "ada", NOON, NOON, "Firefox, Linux"));
        var token = new TokenBook.Token(
                "t", "tracker", Set.of("figures:read"), "ada", NOON, Optional.empty(), Optional.empty());
        office.tokens().make(token, new byte[] {1, 2});
        for (int i = 0; i < 5; i++) {
            office.audit().append(NOON, "ada", Deed.SIGNED_IN, "about " + i);
        }
        var there = new DeliveryBook.Position(7, 1, 0, Map.of(), 3, Optional.empty());
        for (int i = 0; i < DeliveryBook.KEPT + 5; i++) {
            var delivery = new DeliveryBook.Delivery(
                    "tracker", "m" + i, NOON, 2, 1, DeliveryBook.State.TAKEN, Duration.ofMillis(31), "");
            office.deliveries().record(delivery, "{\"é\":" + i + "}", there);
        }
        books();
    }

    private void books() {
        AlertBook alerts = desk.ledger().alerts();
        alerts.raise(List.of(new Figures.Alert(
                desk.ids.next(), Fixtures.DEMO, desk.clock.instant(), AlertKind.DISK_LOW, Optional.empty(), Map.of())));
        alerts.note("mail", new AlertBook.Told(1, NOON, NOON.getEpochSecond() / 86_400, 2));
        desk.ledger().settings().append(0, "ada", NOON, "lines: []\n");
        desk.ledger().settings().append(1, "file", NOON, "lines: [] # été\n");
    }
}
