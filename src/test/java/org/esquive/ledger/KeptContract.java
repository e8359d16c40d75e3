package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.KeptTexts.Kept;
import org.esquive.message.Inbound;
import org.esquive.message.Segment;
import org.esquive.message.Sender;
import org.esquive.settings.Keep;
import org.junit.jupiter.api.Test;

/// What every ledger promises about people's words: none is kept unless a keeper wants it, then sealed, and for
/// a time.
interface KeptContract {
    Duration DAY = Duration.ofDays(1);

    Desk desk();

    private void keep(Keep.What what) {
        desk().rules(Fixtures.rulebook(Fixtures.keeping(new Keep(what, DAY))));
    }

    private Map<Long, Kept> kept(long... ids) {
        return desk().ledger().kept().of(DEMO, LongStream.of(ids).boxed().toList());
    }

    @Test
    default void nothingIsKeptUnlessTheLineKeepsIt() {
        long id = desk().text(1, "slt").text().id();
        assertThat(kept(id)).isEmpty();
        assertThat(desk().count("kept")).isZero();
    }

    @Test
    default void wordsAreKeptSealedAndTheNumberOnlyIfThatIsWanted() {
        keep(Keep.What.TEXTS);
        long words = desk().text(1, "slt\ntoi").text().id();
        keep(Keep.What.NUMBERS_AND_TEXTS);
        long both = desk().text(2, "=cmd|' /C calc'!A0").text().id();
        long named = desk().text(new Sender.Named("BAN\nQUE"), "code").text().id();
        assertThat(kept(words, both, named, 1L))
                .containsOnly(
                        Map.entry(words, new Kept("slt\ntoi", "")),
                        Map.entry(both, new Kept("=cmd|' /C calc'!A0", "+33639980002")),
                        Map.entry(named, new Kept("code", "BAN QUE")));
        assertThat(desk().dump()).noneMatch(value -> value.contains("calc") || value.contains("+3363998000"));
        desk().restart();
        assertThat(kept(words)).hasSize(1);
    }

    @Test
    default void theSegmentsOfALongTextAreOneTextInTheirOrder() {
        keep(Keep.What.TEXTS);
        long id = ((Outcome.Decided) commit(segment(2, "monde"))).text().id();
        assertThat(commit(segment(1, "bonjour "))).isInstanceOf(Outcome.Joined.class);
        assertThat(kept(id)).containsOnly(Map.entry(id, new Kept("bonjour monde", "")));
    }

    @Test
    default void whatIsKeptGoesWhenItsTimeIsOverOrTheKeeperChangesTheirMind() {
        keep(Keep.What.TEXTS);
        long old = desk().text(1, "slt").text().id();
        desk().clock.step(DAY.plusHours(1));
        long young = desk().text(1, "toi").text().id();
        assertThat(desk().forgetOld()).isEqualTo(1);
        assertThat(kept(old, young)).containsOnlyKeys(young);
        keep(Keep.What.NOTHING);
        desk().clock.step(Duration.ofSeconds(1));
        assertThat(desk().forgetOld()).isEqualTo(1);
        assertThat(desk().count("kept")).isZero();
    }

    private Outcome commit(Inbound inbound) {
        return desk().commit(List.of(desk().arrival(inbound))).getFirst();
    }

    private static Inbound segment(int number, String words) {
        return new Inbound(
                DEMO,
                Fixtures.mobile(1),
                Inbound.Kind.TEXT,
                words,
                Optional.empty(),
                new Inbound.Identity.None(),
                Optional.of(new Segment(7, false, 2, number)));
    }
}
