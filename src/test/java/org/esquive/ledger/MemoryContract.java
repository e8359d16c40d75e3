package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;
import static org.esquive.ledger.CountingContract.told;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Settlement.Result;
import org.junit.jupiter.api.Test;

/// What every ledger promises about what it keeps: thirty days, no text, and a number only while a reply waits.
interface MemoryContract {

    Desk desk();

    @Test
    default void aSenderWhoTextsOnTheTwentyNinthDayIsRememberedAndOnTheThirtyFirstIsNew() {
        desk().text(1, "slt");
        desk().text(2, "slt");
        desk().sendAll();
        desk().clock.step(Duration.ofDays(29));
        assertThat(told(desk().text(1, "slt"))).isEqualTo("2 MESSAGE");
        desk().sendAll();
        desk().clock.step(Duration.ofDays(2));
        assertThat(told(desk().text(1, "slt"))).isEqualTo("3 MESSAGE");
        assertThat(told(desk().text(2, "slt"))).isEqualTo("1 MESSAGE");
        assertThat(desk().totals().senders()).isEqualTo(3);
    }

    @Test
    default void forgettingTakesTheOldAndLeavesTheRest() {
        long old = desk().text(1, "slt").text().id();
        for (int i = 0; i < 6; i++) {
            desk().text(2, "slt");
        }
        desk().sendAll();
        desk().clock.step(Duration.ofDays(29));
        assertThat(desk().forgetOld()).isZero();
        long kept = desk().text(2, "slt").text().id();
        desk().clock.step(Duration.ofDays(2));
        assertThat(desk().forgetOld()).isEqualTo(1 + 7 + 1);
        assertThat(desk().ledger().figures().entry(DEMO, old)).isEmpty();
        assertThat(desk().ledger().figures().entry(DEMO, kept)).isPresent();
        assertThat(told(desk().text(2, "slt"))).isEqualTo("8 SENDER_LIMIT");
        assertThat(desk().totals().texts()).isEqualTo(9);
    }

    @Test
    default void forgettingGoesThroughMoreThanOneStep() {
        for (int batch = 0; batch < 3; batch++) {
            int from = batch * 1_000;
            desk().commit(IntStream.range(from, from + 1_000)
                    .<Arrival>mapToObj(sender -> desk().arrival(sender, "slt"))
                    .toList());
        }
        desk().clock.step(Duration.ofDays(31));
        desk().claim();
        assertThat(desk().forgetOld()).isGreaterThanOrEqualTo(6_000);
        desk().text(9_000, "slt");
        assertThat(desk().forgetOld()).isZero();
    }

    @Test
    default void aReplyThatWaitsIsNotForgotten() {
        long id = desk().text(1, "slt").text().id();
        desk().clock.step(Duration.ofDays(31));
        desk().forgetOld();
        desk().ledger().claim(DEMO, Desk.EVENING, 1);
        assertThat(desk().dump()).contains("SENDING", String.valueOf(id));
    }

    @Test
    default void theTablesHoldNeitherNumberNorTextNorKey() {
        desk().text(1, "tu es ou exactement");
        desk().text(1, "STOP");
        desk().text(2, "reponds moi");
        desk().commit(List.of(desk().keyed(3, "from-+33639980003-at-noon")));
        desk().commit(List.of(desk().anonymous(4, "from-+33639980004-at-noon")));
        assertThat(desk().dump())
                .isNotEmpty()
                .noneMatch(value -> value.contains("3998000")
                        || value.contains("exactement")
                        || value.contains("reponds")
                        || value.contains("at-noon")
                        || value.contains(HexFormat.of().formatHex(Fixtures.key()))
                        || value.contains(HexFormat.of().formatHex("639980001".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    default void theSealedNumberAndTheWordsAreWipedOnceTheReplyIsFinal() {
        List<Result> finals =
                List.of(new Result.Sent(Optional.empty()), new Result.Refused("0x0B"), new Result.Unknown("lost"));
        for (int i = 0; i < finals.size(); i++) {
            long id = desk().text(i, "slt").text().id();
            assertThat(desk().dump()).contains("Reponse une");
            desk().claim();
            desk().settle(id, finals.get(i));
            assertThat(desk().dump()).doesNotContain("Reponse une");
        }
        desk().text(8, "slt");
        desk().text(8, "STOP");
        desk().claim();
        assertThat(desk().dump()).doesNotContain("Reponse une");
        desk().text(9, "slt");
        desk().clock.step(Duration.ofHours(7));
        desk().claim();
        assertThat(desk().dump()).doesNotContain("Reponse une");
    }

    @Test
    default void theVersionsOfTheSettingsAreNumberedAndNobodyOverwritesAnother() {
        SettingsArchive archive = desk().ledger().settings();
        assertThat(archive.latest()).isEmpty();
        assertThat(archive.append(0, "keeper", Desk.EVENING, "one")).isPresent();
        assertThat(archive.append(0, "other", Desk.EVENING, "two")).isEmpty();
        assertThat(archive.append(1, "other", Desk.EVENING, "two"))
                .contains(new SettingsArchive.Version(2, "other", Desk.EVENING, "two"));
        desk().restart();
        archive = desk().ledger().settings();
        assertThat(archive.latest()).isEqualTo(archive.version(2));
        assertThat(archive.versions().stream().map(SettingsArchive.Version::document))
                .containsExactly("two", "one");
        assertThat(archive.version(3)).isEmpty();
    }
}
