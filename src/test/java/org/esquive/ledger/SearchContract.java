package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.esquive.lab.Desk;
import org.esquive.ledger.Search.Only;
import org.esquive.ledger.Search.Range;
import org.esquive.policy.Reason;
import org.junit.jupiter.api.Test;

/// What every ledger promises about looking for texts: each is found once, in order, from both ends, in bounded
/// steps.
interface SearchContract {

    Desk desk();

    private Search.Found find(Only only, Range range, boolean newestFirst, int most) {
        return desk().ledger().figures().find(DEMO, new Search(only, range, newestFirst, most));
    }

    private static List<Long> ids(Search.Found found) {
        return found.entries().stream().map(Figures.Entry::id).toList();
    }

    private static Only only(Reason reason) {
        return new Only(Optional.empty(), Optional.of(reason), Optional.empty(), Optional.empty());
    }

    private static Only only(boolean answered) {
        return new Only(Optional.of(answered), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    default void pagesFollowEachOtherWithoutAGapFromBothEnds() {
        List<Long> texts = IntStream.range(0, 7)
                .mapToObj(i -> desk().text(i, "slt").text().id())
                .toList();
        List<Long> backwards = new ArrayList<>();
        Optional<Long> before = Optional.of(Long.MAX_VALUE);
        while (before.isPresent()) {
            Search.Found page = find(Only.ALL, new Range(-1, before.get()), true, 3);
            backwards.addAll(ids(page));
            before = page.on();
        }
        assertThat(backwards).isEqualTo(texts.reversed());
        Search.Found newer = find(Only.ALL, new Range(texts.get(1), Long.MAX_VALUE), false, 3);
        assertThat(ids(newer)).isEqualTo(texts.subList(2, 5));
        assertThat(newer.on()).contains(texts.get(4));
        assertThat(find(Only.ALL, new Range(texts.get(3), Long.MAX_VALUE), false, 3)
                        .on())
                .as("nothing behind the last three")
                .isEmpty();
    }

    @Test
    default void aSearchIsForWhatKeepersAskFor() {
        long answered = desk().text(1, "slt").text().id();
        Outcome.Decided pending = desk().text(1, "toi");
        long other = desk().text(2, "slt").text().id();
        desk().sendAll();
        assertThat(ids(find(only(true), Range.ALL, true, 10))).containsExactly(other, answered);
        assertThat(ids(find(only(false), Range.ALL, true, 10)))
                .containsExactly(pending.text().id());
        assertThat(ids(find(only(Reason.PENDING), Range.ALL, true, 10)))
                .containsExactly(pending.text().id());
        assertThat(ids(find(only(Reason.FLOOD), Range.ALL, true, 10))).isEmpty();
        Only sent = new Only(Optional.empty(), Optional.empty(), Optional.of(ReplyState.SENT), Optional.empty());
        assertThat(ids(find(sent, Range.ALL, false, 10))).containsExactly(answered, other);
        String brief = pending.text().sender().brief();
        Only theirs = new Only(Optional.empty(), Optional.empty(), Optional.empty(), Search.Whose.beginning(brief));
        assertThat(ids(find(theirs, Range.ALL, true, 10)))
                .containsExactly(pending.text().id(), answered);
        assertThat(ids(find(theirs, new Range(answered, Long.MAX_VALUE), true, 10)))
                .containsExactly(pending.text().id());
    }

    @Test
    default void aFingerprintIsAskedForByItsFirstDigits() {
        assertThat(Search.Whose.beginning("3fa2b1c9")).isPresent();
        for (String other :
                List.of("", "3fa2b1c", "3FA2B1C9", "3fa2b1c9'", "g".repeat(8), "a".repeat(33), "%".repeat(8))) {
            assertThat(Search.Whose.beginning(other)).as(other).isEmpty();
        }
    }
}
