package org.esquive.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.esquive.policy.Reason;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Delay;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.esquive.settings.yaml.Reading;
import org.esquive.settings.yaml.SecretReader;
import org.esquive.settings.yaml.SettingsYaml;
import org.esquive.settings.yaml.ShippedCountries;
import org.esquive.settings.yaml.ShippedTexts;
import org.junit.jupiter.api.Test;

/// What a keeper's own line would have done.
class OwnLineTest {
    private static final Rehearsal REHEARSAL = new Rehearsal(ShippedTexts.load(), Delay.USUAL, 2017);

    private static OwnLine line(String more, String channel) {
        String yaml = """
                lines:
                  - {id: mine, number: "+447700900123", country: GB, channel: gate, language: en%s}
                channels:
                  - {id: gate, kind: smpp, secrets: {password: "***"}%s}
                """.formatted(more, channel);
        Reading reading = SettingsYaml.read(yaml, SecretReader.NONE);
        assertThat(reading).isInstanceOf(Reading.Valid.class);
        Settings settings = ((Reading.Valid) reading).settings();
        Line line = settings.lines().getFirst();
        return OwnLine.of(Rulebook.of(settings, ShippedTexts.load(), ShippedCountries.load())
                .of(line.id())
                .orElseThrow());
    }

    private static Result played(OwnLine line) {
        return REHEARSAL.play(Scenarios.named("ordinary", 2017).orElseThrow(), line, _ -> {});
    }

    @Test
    void aLineAbroadAnswersThePeopleOfTheStoryAsItsOwn() {
        Result result = played(line("", ""));
        assertThat(result.protection()).isEqualTo(Protection.OWN);
        assertThat(result.reached().reached(Role.GENUINE)).isEqualTo(28);
        assertThat(result.totals().silences()).doesNotContainKey(Reason.COUNTRY);
    }

    @Test
    void itsLimitsHoldAndItsStatusAndListOfDeniedNumbersDoNot() {
        OwnLine line = line(", status: muted, denied: [\"+33\"], limits: {texts-per-sender: 1}", "");
        assertThat(played(line).reached().mostToOne()).isEqualTo(1);
    }

    @Test
    void aLineWithoutDelayIsPlayedAsWell() {
        assertThat(played(line(", delay: none", "")).left()).isGreaterThan(27);
    }

    @Test
    void aCoverThatLeavesBeforeTheReplyIsTheShortestWait() {
        assertThat(line(", delay: 20m to 70m, cover: 20s to 120s", "").shortestWait())
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(line(", delay: 20m to 70m", "").shortestWait()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void itsRepliesCostWhatTheyCostAtHomeAndItsMoneyIsLimitedByThat() {
        OwnLine line = line("", ", currency: GBP, prices: {\"+44\": 0.04}, limits: {money-per-day: 0.04}");
        assertThat(line.tariff().currency()).isEqualTo("GBP");
        assertThat(line.tariff().cost(9, 100)).isEqualByComparingTo("4");
        Result result = played(line);
        assertThat(result.totals().silences()).containsKey(Reason.LIMIT);
        assertThat(result.left()).isLessThan(28);
    }

    @Test
    void withoutPricesThoseOf2017Serve() {
        assertThat(line("", "").tariff()).isEqualTo(Tariff.OF_2017);
    }

    @Test
    void theTableSaysWhatYoursWouldHaveDone() {
        Scenario story = Scenarios.named("ordinary", 2017).orElseThrow();
        OwnLine line = line("", ", currency: GBP, prices: {\"+44\": 0.04}");
        Result none = REHEARSAL.play(story, Protection.NONE, _ -> {});
        RehearsalTable table = new RehearsalTable(story, line.tariff(), List.of(none, played(line)));
        assertThat(table.text()).contains("your line", "cost of replies, GBP").doesNotContain("reception", "EUR");
        assertThat(table.figures().getFirst())
                .isEqualTo(new Figure(
                        Figure.What.REPLIES,
                        0,
                        Optional.empty(),
                        List.of(
                                new Figure.Amount.Count(40),
                                new Figure.Amount.Count(played(line).left()))));
        assertThat(table.stretches().stream().mapToLong(Stretch::texts).sum()).isEqualTo(40);
    }
}
