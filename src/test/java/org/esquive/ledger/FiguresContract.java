package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Settlement.Result;
import org.esquive.message.Country;
import org.esquive.message.NumberType;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.message.Sender;
import org.esquive.policy.Decision;
import org.esquive.policy.Hold;
import org.esquive.policy.Reason;
import org.junit.jupiter.api.Test;

/// What every ledger promises about its sums: they are those of the rows, to the last one.
interface FiguresContract {

    Desk desk();

    @Test
    default void theTalliesAreTheSumsOfTheRowsAfterAnEveningOfAllSorts() {
        Random chance = new Random(42);
        for (int i = 0; i < 300; i++) {
            String words =
                    List.of("slt", "tu fais quoi", "STOP", "HELP", "START").get(chance.nextInt(5));
            desk().text(chance.nextInt(60), words);
            desk().clock.step(Duration.ofSeconds(chance.nextInt(60)));
            if (chance.nextInt(8) == 0) {
                desk().claim().forEach(owed -> settle(owed.outbound().id(), chance.nextInt(5)));
            }
        }
        Figures.Totals totals = desk().totals();
        List<Figures.Entry> entries = desk().ledger().figures().latest(DEMO, 0, 1_000);
        assertThat(totals.texts()).isEqualTo(300).isEqualTo(entries.size());
        assertThat(totals.senders())
                .isEqualTo(
                        entries.stream().map(Figures.Entry::sender).distinct().count());
        assertThat(totals.replies())
                .isEqualTo(entries.stream()
                        .filter(entry -> entry.reply().isPresent())
                        .count());
        assertThat(totals.segments()).isEqualTo(totals.replies());
        assertThat(totals.silences()).isEqualTo(silences(entries));
        assertThat(totals.states()).isEqualTo(states(entries)).containsKeys(ReplyState.DELIVERED, ReplyState.CANCELLED);
    }

    @Test
    default void aSilenceThatMayPassSaysWhatHeldIt() {
        desk().rules(Fixtures.rulebook(Fixtures.demo(1)));
        desk().text(1, "slt");
        desk().text(2, "slt");
        assertThat(desk().ledger().figures().latest(DEMO, 0, 10))
                .extracting(Figures.Entry::held)
                .containsExactly(
                        Optional.of(new Figures.Held(Hold.Scope.LINE, Hold.Cause.REPLIES_PER_DAY)), Optional.empty());
    }

    @Test
    default void sumsAreOfTheHoursAskedFor() {
        desk().text(1, "slt");
        desk().clock.step(Duration.ofHours(1));
        desk().text(2, "slt");
        Figures figures = desk().ledger().figures();
        assertThat(figures.totals(DEMO, Desk.EVENING.minusSeconds(1800), Desk.EVENING)
                        .texts())
                .isEqualTo(1);
        assertThat(figures.totals(DEMO, Desk.EVENING, Desk.EVENING.plusSeconds(3600))
                        .texts())
                .isEqualTo(1);
        assertThat(figures.totals(DEMO, Desk.EVENING, Desk.EVENING).texts()).isZero();
    }

    @Test
    default void spansAreAddedUpOneByOne() {
        desk().text(1, "slt");
        desk().clock.step(Duration.ofHours(1));
        desk().text(2, "slt");
        desk().text(2, "slt");
        Instant hour = Desk.EVENING.truncatedTo(ChronoUnit.HOURS);
        List<Figures.Period> periods = desk().ledger()
                .figures()
                .periods(DEMO, List.of(hour.minusSeconds(3600), hour, hour.plusSeconds(3600), hour.plusSeconds(7200)));
        assertThat(periods).extracting(period -> period.totals().texts()).containsExactly(0L, 1L, 2L);
        assertThat(periods).extracting(Figures.Period::from).element(1).isEqualTo(hour);
        assertThat(periods.getLast().countries()).isEqualTo(Map.of(Fixtures.FRANCE, 2L));
        assertThat(periods.getLast().totals())
                .isEqualTo(desk().ledger().figures().totals(DEMO, hour.plusSeconds(3600), hour.plusSeconds(7200)));
    }

    @Test
    default void whoHasNoCountryIsCountedUnderTheOtherOnes() {
        desk().text(new Sender.Named("BANQUE"), "code");
        desk().text(new Sender.OtherNumber(new PhoneNumber("+33199000001"), NumberType.FIXED_LINE), "slt");
        desk().text(new Sender.Mobile(new PhoneNumber("+447700900123"), new Country("GB")), "hi");
        assertThat(span().countries()).isEqualTo(Map.of(Tally.OTHER_COUNTRY, 2L, new Country("GB"), 1L));
    }

    @Test
    default void ofVeryManyCountriesTheMostFrequentStayOnceTheHourIsOver() {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            Country country = new Country("X" + letter);
            for (int i = 0; i < (letter == 'Q' ? 2 : 1); i++) {
                desk().text(new Sender.Mobile(new PhoneNumber("+4477009001" + (int) letter), country), "hi");
            }
        }
        desk().forgetOld();
        assertThat(span().countries()).as("while the hour goes on").hasSize(26);
        desk().clock.step(Duration.ofHours(2));
        desk().forgetOld();
        assertThat(span().countries())
                .hasSize(Tally.MOST_COUNTRIES + 1)
                .containsEntry(new Country("XQ"), 2L)
                .containsEntry(Tally.OTHER_COUNTRY, 6L);
        desk().forgetOld();
        assertThat(span().countries()).containsEntry(Tally.OTHER_COUNTRY, 6L);
    }

    @Test
    default void oldHoursBecomeOneADayAndTheDaysOfTheZoneStayExact() {
        ZoneId zone = Fixtures.demo(1).zone();
        LocalDate first = LocalDate.of(2026, 3, 28);
        Instant start = first.atStartOfDay(zone).toInstant();
        desk().clock.step(Duration.between(Desk.EVENING, start));
        for (int hour = 0; hour < 24 + 23 + 24; hour++) {
            desk().text(hour, "slt");
            desk().clock.step(Duration.ofHours(1));
        }
        List<Instant> days = Stream.iterate(first, day -> day.plusDays(1))
                .limit(4)
                .map(day -> day.atStartOfDay(zone).toInstant())
                .toList();
        Figures figures = desk().ledger().figures();
        List<Figures.Period> before = figures.periods(DEMO, days);
        assertThat(before).extracting(period -> period.totals().texts()).containsExactly(24L, 23L, 24L);
        desk().clock.step(Ledger.HOURS_KEPT.minusHours(24));
        desk().forgetOld();
        assertThat(figures.textsByHour(DEMO, start, days.getLast()))
                .as("two days are old")
                .hasSize(2 + 24);
        assertThat(figures.periods(DEMO, days)).isEqualTo(before);
        desk().clock.step(Duration.ofDays(2));
        desk().forgetOld();
        assertThat(figures.textsByHour(DEMO, start, days.getLast())).hasSize(3);
        assertThat(figures.periods(DEMO, days)).isEqualTo(before);
    }

    private Figures.Period span() {
        List<Instant> bounds = List.of(Desk.EVENING.minus(Duration.ofDays(1)), Desk.EVENING.plus(Duration.ofDays(1)));
        return desk().ledger().figures().periods(DEMO, bounds).getFirst();
    }

    @Test
    default void theLatestTextsComeFirstAndOnlyThoseAfterTheLastOneSeen() {
        long first = desk().text(1, "slt").text().id();
        Outcome.Decided second = desk().text(1, "slt");
        Figures figures = desk().ledger().figures();
        assertThat(figures.latest(DEMO, 0, 10))
                .extracting(Figures.Entry::id)
                .containsExactly(second.text().id(), first);
        assertThat(figures.latest(DEMO, first, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.n()).isEqualTo(2);
            assertThat(entry.reason()).contains(Reason.PENDING);
            assertThat(entry.reply()).isEmpty();
            assertThat(entry.sender()).isEqualTo(second.text().sender());
            assertThat(entry.at()).isEqualTo(Desk.EVENING);
        });
        assertThat(figures.entry(DEMO, first).orElseThrow().reply())
                .contains(new Figures.Reply(Decision.Answer.MESSAGE, ReplyState.DUE, Desk.EVENING, Optional.empty()));
        assertThat(figures.latest(DEMO, 0, 1)).hasSize(1);
    }

    private void settle(long id, int how) {
        switch (how) {
            case 0 -> desk().settle(id, new Result.Refused("0x0B"));
            case 1 -> desk().settle(id, new Result.Unknown("lost"));
            case 2 -> desk().settle(id, new Result.Deferred(desk().clock.instant()));
            case 3 -> {
                desk().settle(id, new Result.Sent(Optional.of("P" + id)));
                desk().receipt(id, Receipt.State.DELIVERED);
            }
            default -> desk().settle(id, new Result.Sent(Optional.empty()));
        }
    }

    private static Map<Reason, Long> silences(List<Figures.Entry> entries) {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        entries.forEach(entry -> entry.reason().ifPresent(reason -> counts.merge(reason, 1L, Long::sum)));
        return counts;
    }

    private static Map<ReplyState, Long> states(List<Figures.Entry> entries) {
        Map<ReplyState, Long> counts = new EnumMap<>(ReplyState.class);
        entries.stream()
                .flatMap(entry -> entry.reply().stream())
                .filter(reply -> !reply.state().isPending())
                .forEach(reply -> counts.merge(reply.state(), 1L, Long::sum));
        return counts;
    }
}
