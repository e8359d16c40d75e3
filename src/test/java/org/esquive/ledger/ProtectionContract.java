package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.esquive.lab.Fixtures.DEMO;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Settlement.Result;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.policy.Decision;
import org.esquive.policy.Hold;
import org.esquive.policy.Reason;
import org.esquive.policy.Rulebook;
import org.esquive.policy.Rules;
import org.esquive.policy.Standing;
import org.esquive.policy.Windows;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Delay;
import org.esquive.settings.FloodLimits;
import org.esquive.settings.Limits;
import org.esquive.settings.Line;
import org.esquive.settings.Prices;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.esquive.settings.Timing;
import org.esquive.settings.yaml.ShippedCountries;
import org.junit.jupiter.api.Test;

/// What every ledger promises about limits, floods and covers: they change with the decision, and outlive a restart.
interface ProtectionContract {
    LineId OTHER = new LineId("other");

    Desk desk();

    @Test
    default void whatALineSaidAndWhatCameInOutliveARestart() {
        desk().text(1, "slt");
        desk().text(2, "slt");
        desk().restart();
        var line = desk().ledger().figures().line(DEMO);
        Windows now = Windows.at(Desk.EVENING, Fixtures.demo(200).zone());
        assertThat(line.spending().soFar(Cap.REPLIES_PER_DAY, now)).isEqualTo(2);
        assertThat(line.spending().soFar(Cap.RECIPIENTS_PER_MONTH, now)).isEqualTo(2);
        assertThat(line.flood().rates().texts()).isEqualTo(2);
        assertThat(line.flood().rates().newcomers()).isEqualTo(2);
        assertThat(line.breaker().replied()).isEqualTo(2);
    }

    @Test
    default void theLinesOfAChannelShareWhatItBearsAlsoWithinACommit() {
        desk().rules(rulebook(line(DEMO, limits(Caps.NONE)), Caps.NONE.with(Cap.REPLIES_PER_DAY, 2)));
        List<Outcome> outcomes = desk().commit(List.of(text(DEMO, 1), text(OTHER, 2), text(DEMO, 3), text(OTHER, 4)));
        assertThat(outcomes.stream().map(CountingContract::told))
                .containsExactly("1 MESSAGE", "1 MESSAGE", "1 LIMIT", "1 LIMIT");
        desk().restart();
        assertThat(hold(desk().commit(List.of(text(OTHER, 5))).getFirst()).scope())
                .isEqualTo(Hold.Scope.CHANNEL);
    }

    @Test
    default void moneyIsTakenWithTheDecision() {
        Prices prices = new Prices("EUR", Map.of("+33", 80_000L));
        Line line = line(DEMO, limits(Caps.NONE.with(Cap.MONEY_PER_DAY, 160_000)));
        desk().rules(rulebook(line, Caps.NONE, prices));
        assertThat(CountingContract.told(desk().text(1, "slt"))).isEqualTo("1 MESSAGE");
        assertThat(CountingContract.told(desk().text(2, "slt"))).isEqualTo("1 MESSAGE");
        assertThat(hold(desk().text(3, "slt")).cause()).isEqualTo(Hold.Cause.MONEY_PER_DAY);
        assertThat(desk().totals().money()).isEqualTo(160_000);
    }

    @Test
    default void aCommitThatFailsSpendsNothing() {
        Judge judge = desk().judge();
        Judge failing = new Judge() {
            @Override
            public Rules rules(LineId line) {
                return judge.rules(line);
            }

            @Override
            public Decision decide(Arrival.Text text, Standing standing) {
                if (standing.line().breaker().replied() > 0) {
                    throw new IllegalStateException("a mistake");
                }
                return judge.decide(text, standing);
            }
        };
        var batch = List.<Arrival>of(desk().arrival(1, "slt"), desk().arrival(2, "slt"));
        assertThatThrownBy(() -> desk().ledger().commit(batch, failing)).isInstanceOf(IllegalStateException.class);
        assertThat(desk().ledger().figures().line(DEMO).breaker().replied()).isZero();
    }

    @Test
    default void aFloodCallsBackWhatWaitsAndTellsOnce() {
        FloodLimits flood = new FloodLimits(3, 0, 0, Duration.ofMinutes(15), 0);
        desk().rules(rulebook(line(DEMO, limits(Caps.NONE).with(flood)), Caps.NONE));
        long early = desk().text(9, "slt").text().id();
        desk().clock.step(Duration.ofMinutes(10));
        long stored = desk().text(1, "slt").text().id();
        var outcomes = desk().commit(List.of(text(DEMO, 2), text(DEMO, 3), text(DEMO, 4), text(DEMO, 5)));
        assertThat(outcomes.stream().map(CountingContract::told))
                .containsExactly("1 MESSAGE", "1 MESSAGE", "1 FLOOD", "1 FLOOD");
        long sameBatch = ((Outcome.Decided) outcomes.getFirst()).text().id();
        assertThat(desk().state(stored)).isEqualTo(ReplyState.CANCELLED);
        assertThat(desk().state(sameBatch)).isEqualTo(ReplyState.CANCELLED);
        assertThat(desk().state(early)).isEqualTo(ReplyState.DUE);
        assertThat(desk().totals().raid()).isEqualTo(2);
        assertThat(kinds()).containsExactly(AlertKind.FLOOD);
        assertThat(facts()).containsEntry("cause", "NEWCOMERS").containsEntry("newcomers", "4");
        desk().clock.step(Duration.ofMinutes(15));
        assertThat(CountingContract.told(desk().text(6, "slt"))).isEqualTo("1 MESSAGE");
    }

    @Test
    default void aLimitIsToldNearItsEndAndAtItOnceAWindow() {
        desk().rules(rulebook(line(DEMO, limits(Caps.NONE.with(Cap.REPLIES_PER_DAY, 5))), Caps.NONE));
        for (int sender = 1; sender <= 8; sender++) {
            desk().text(sender, "slt");
        }
        assertThat(kinds()).containsExactly(AlertKind.LIMIT_REACHED, AlertKind.LIMIT_NEAR);
        assertThat(facts()).isEqualTo(Map.of("scope", "line", "cap", "replies-per-day", "spent", "5", "most", "5"));
    }

    @Test
    default void repliesThatTheNetworkRefusesStopTheLineForAnHour() {
        desk().rules(rulebook(line(DEMO, limits(Caps.NONE)), Caps.NONE));
        for (int sender = 101; sender <= 120; sender++) {
            long id = desk().text(sender, "slt").text().id();
            desk().clock.step(Duration.ofHours(1));
            desk().claim();
            desk().settle(id, new Result.Refused("0x0B"));
        }
        assertThat(hold(desk().text(30, "slt")).cause()).isEqualTo(Hold.Cause.UNDELIVERABLE);
        assertThat(kinds()).containsExactly(AlertKind.BREAKER);
        desk().clock.step(Duration.ofHours(1));
        assertThat(CountingContract.told(desk().text(31, "slt"))).isEqualTo("1 MESSAGE");
    }

    @Test
    default void failedReceiptsDoTooAndDeliveredOnesDoNot() {
        desk().rules(rulebook(line(DEMO, limits(Caps.NONE)), Caps.NONE));
        for (int sender = 101; sender <= 120; sender++) {
            long id = desk().text(sender, "slt").text().id();
            desk().clock.step(Duration.ofHours(1));
            desk().sendAll();
            assertThat(desk().receipt(id, sender <= 13 ? Receipt.State.DELIVERED : Receipt.State.FAILED))
                    .isTrue();
        }
        assertThat(hold(desk().text(30, "slt")).cause()).isEqualTo(Hold.Cause.UNDELIVERABLE);
    }

    @Test
    default void aCoverLeavesBeforeItsMessageAlsoAfterARestart() {
        desk().rules(rulebook(covered(), Caps.NONE));
        long message = desk().text(1, "slt").text().id();
        assertThat(desk().totals().replies()).isEqualTo(2);
        desk().restart();
        desk().clock.step(Duration.ofMinutes(1));
        assertThat(desk().sendAll()).singleElement().satisfies(owed -> {
            assertThat(owed.outbound().text()).isEqualTo("un instant");
            assertThat(owed.outbound().id()).isNotEqualTo(message);
        });
        assertThat(CountingContract.told(desk().text(1, "hein"))).isEqualTo("2 PENDING");
        desk().clock.step(Duration.ofMinutes(20));
        assertThat(desk().sendAll())
                .singleElement()
                .satisfies(owed -> assertThat(owed.outbound().id()).isEqualTo(message));
        assertThat(String.join(" ", desk().dump())).doesNotContain("un instant");
    }

    @Test
    default void aCoverThatTheNetworkPutsOffIsTriedAgain() {
        desk().rules(rulebook(covered(), Caps.NONE));
        desk().text(1, "slt");
        desk().clock.step(Duration.ofMinutes(1));
        long cover = desk().claim().getFirst().outbound().id();
        desk().settle(cover, new Result.Deferred(desk().clock.instant().plusSeconds(30)));
        desk().clock.step(Duration.ofSeconds(30));
        assertThat(desk().claim())
                .singleElement()
                .satisfies(owed -> assertThat(owed.outbound().id()).isEqualTo(cover));
    }

    @Test
    default void aCoverOfAMessageThatWasCalledBackIsNotSent() {
        desk().rules(rulebook(covered(), Caps.NONE));
        desk().text(1, "slt");
        long stop = desk().text(1, "STOP").text().id();
        desk().clock.step(Duration.ofHours(1));
        assertThat(desk().claim())
                .singleElement()
                .satisfies(owed -> assertThat(owed.outbound().id()).isEqualTo(stop));
    }

    @Test
    default void aTextRightAfterOurAnswerIsTooSoonAlsoAfterARestart() {
        Limits limits = limits(Caps.NONE).withGap(Duration.ofMinutes(1));
        desk().rules(rulebook(line(DEMO, limits), Caps.NONE));
        desk().text(1, "slt");
        desk().clock.step(Duration.ofMinutes(30));
        desk().sendAll();
        desk().clock.step(Duration.ofSeconds(59));
        assertThat(CountingContract.told(desk().text(1, "absent"))).isEqualTo("2 " + Reason.TOO_SOON);
        desk().restart();
        assertThat(CountingContract.told(desk().text(1, "absent"))).isEqualTo("3 " + Reason.TOO_SOON);
        desk().clock.step(Duration.ofSeconds(1));
        assertThat(CountingContract.told(desk().text(1, "quoi"))).isEqualTo("4 MESSAGE");
    }

    private List<AlertKind> kinds() {
        return desk().ledger().figures().alerts(DEMO, 10).stream()
                .map(Figures.Alert::kind)
                .toList();
    }

    private Map<String, String> facts() {
        return desk().ledger().figures().alerts(DEMO, 10).getFirst().facts();
    }

    private Arrival.Text text(LineId line, int sender) {
        return desk().arrival(Inbound.text(line, Fixtures.mobile(sender), "slt"));
    }

    private static Hold hold(Outcome outcome) {
        return ((Decision.Silence) ((Outcome.Decided) outcome).decision())
                .hold()
                .orElseThrow();
    }

    private static Limits limits(Caps caps) {
        return Limits.FIVE_ONLY.with(caps);
    }

    private static Line line(LineId id, Limits limits) {
        return line(id, limits, Timing.after(new Delay(Duration.ofMinutes(20), Duration.ofMinutes(20))));
    }

    private static Line covered() {
        Delay minute = new Delay(Duration.ofMinutes(1), Duration.ofMinutes(1));
        Delay twenty = new Delay(Duration.ofMinutes(20), Duration.ofMinutes(20));
        return line(DEMO, limits(Caps.NONE), new Timing(twenty, Optional.of(minute), Optional.empty()));
    }

    private static Line line(LineId id, Limits limits, Timing timing) {
        Line demo = Fixtures.demo(200);
        PhoneNumber number = id.equals(DEMO) ? demo.number() : new PhoneNumber("+33639980011");
        return new Line(
                id,
                number,
                demo.country(),
                demo.alsoAnswered(),
                demo.zone(),
                demo.language(),
                demo.channel(),
                demo.status(),
                timing,
                limits,
                demo.denied());
    }

    private static Rulebook rulebook(Line line, Caps ofChannel) {
        return rulebook(line, ofChannel, Prices.NONE);
    }

    private static Rulebook rulebook(Line line, Caps ofChannel, Prices prices) {
        var channel = new ChannelSettings(line.channel(), "none", Map.of(), Map.of(), ofChannel, prices);
        var texts = new ReplyTexts(List.of("Reponse"), "aide", "arret", "reprise", Optional.of("un instant"));
        Line other = line(OTHER, line.limits(), line.timing());
        return Rulebook.of(
                new Settings(List.of(line, other), List.of(channel), Map.of("fr", texts)),
                Map.of(),
                ShippedCountries.load());
    }
}
