package org.esquive.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.esquive.settings.Delay;
import org.esquive.settings.yaml.ShippedTexts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every scenario under one seed: the figures are those of the golden files, and what must never happen does not. After
/// a change of the rules, look at the figures anew and write the files with `-Desquive.golden=write`.
class ScenariosTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/rehearsal");
    private static final long SEED = 2017;
    private static final Set<String> FLOODS =
            Set.of("october-2017", "october-2017-long", "raid", "forged", "one-victim");
    private static final Rehearsal REHEARSAL = new Rehearsal(ShippedTexts.load(), Delay.USUAL, SEED);

    static List<String> names() {
        return Scenarios.names();
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void theFiguresAreAsReviewedAndNothingHappensThatMustNot(String name) throws IOException {
        Scenario scenario = scenario(name);
        List<Result> results = Protection.USUAL.stream()
                .map(protection -> REHEARSAL.play(scenario, protection, _ -> {}))
                .toList();
        results.stream()
                .filter(result -> result.protection() != Protection.NONE)
                .forEach(result -> assertNothingHappensThatMustNot(scenario, result));
        if (FLOODS.contains(name)) {
            assertThat(results.getLast().reaction())
                    .hasValueSatisfying(time -> assertThat(time).isLessThanOrEqualTo(Duration.ofSeconds(60)));
        }
        String table = new RehearsalTable(scenario, Tariff.OF_2017, results).text();
        Path golden = GOLDEN.resolve(name + ".txt");
        if ("write".equals(System.getProperty("esquive.golden"))) {
            Files.writeString(golden, table);
        }
        assertThat(table).isEqualTo(Files.readString(golden));
        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    private static void assertNothingHappensThatMustNot(Scenario scenario, Result result) {
        assertThat(result.reached().mostToOne()).as("replies to one person").isLessThanOrEqualTo(5);
        assertThat(result.reached().afterStop()).as("replies after STOP").isZero();
        assertThat(result.reached().afterRestart())
                .as("replies to machines after a restart")
                .isZero();
        assertThat(result.segments()).as("segments out").isLessThanOrEqualTo(result.texts());
        if (result.protection().compareTo(Protection.LIMITS) >= 0) {
            long days = scenario.length().plus(Rehearsal.LAST_REPLIES).toDays() + 2;
            assertThat(result.totals().money()).isLessThanOrEqualTo(days * Protection.MONEY_PER_DAY);
            assertThat(result.segments() * 76_270)
                    .as("spent is what was taken from the budget, or less")
                    .isLessThanOrEqualTo(result.totals().money());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "two-bots", "ranges"})
    void textsOfOneCommitAreDecidedAsIfEachHadItsOwn(String name) {
        Rehearsal oneByOne = new Rehearsal(ShippedTexts.load(), Delay.USUAL, SEED, 1);
        Result expected = oneByOne.play(scenario(name), Protection.ALL, _ -> {});
        Result result = REHEARSAL.play(scenario(name), Protection.ALL, _ -> {});
        assertThat(result)
                .usingRecursiveComparison()
                .as("but for the time it took")
                .isEqualTo(expected);
    }

    @Test
    void onAnOrdinaryLineTheGuardsAreNotNoticed() {
        Result without = REHEARSAL.play(scenario("ordinary"), Protection.FIVE, _ -> {});
        Result with = REHEARSAL.play(scenario("ordinary"), Protection.ALL, _ -> {});
        assertThat(scenario("ordinary").texts()).hasSize(40);
        assertThat(with.left()).isEqualTo(without.left());
        assertThat(with.totals().silences()).isEqualTo(without.totals().silences());
        assertThat(with.reached().reached(Role.GENUINE))
                .isEqualTo(with.reached().people(Role.GENUINE));
    }

    @Test
    void aVictimOfOneHurriedForgerIsNotTextedOrOnceAndOfAPatientOneFiveTimes() {
        Result result = REHEARSAL.play(scenario("one-victim"), Protection.ALL, _ -> {});
        assertThat(result.reached().reached(Role.FORGED)).isEqualTo(2);
        assertThat(result.reached().mostToOne(Role.FORGED)).isEqualTo(5);
    }

    @Test
    void nobodyWhoseNumberIsForgedInARowIsTexted() {
        Result result = REHEARSAL.play(scenario("ranges"), Protection.ALL, _ -> {});
        assertThat(result.reached().reached(Role.FORGED)).isZero();
        assertThat(result.reached().reached(Role.GENUINE))
                .isEqualTo(result.reached().people(Role.GENUINE));
    }

    @Test
    void theSameSeedTellsTheSameStoryAndAnotherOneAnother() {
        assertThat(scenario("forged").texts()).isEqualTo(scenario("forged").texts());
        assertThat(Scenarios.named("forged", 1).orElseThrow().texts())
                .isNotEqualTo(scenario("forged").texts());
    }

    private static Scenario scenario(String name) {
        return Scenarios.named(name, SEED).orElseThrow();
    }
}
