package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.esquive.lab.Desk;
import org.junit.jupiter.api.Test;

/// What a ledger of one node tells at a start of the texts before it. One of several nodes looks with each commit.
public interface RecallContract {
    Desk desk();

    @Test
    default void theLatestContentsAreFoundTheOldestFirstAndNoMoreThanAskedFor() {
        List<Arrival.Text> texts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            texts.add(desk().anonymous(4, "key " + i));
            desk().commit(List.of(texts.getLast(), desk().arrival(1, "slt")));
            desk().clock.step(Duration.ofMinutes(1));
        }
        List<Ledger.Recent> all = texts.stream()
                .map(text -> new Ledger.Recent(text.content().orElseThrow(), text.at()))
                .toList();
        Instant third = texts.get(2).at();
        assertThat(desk().ledger().recent(Desk.EVENING, 100)).isEqualTo(all);
        assertThat(desk().ledger().recent(third, 100)).isEqualTo(all.subList(2, 5));
        assertThat(desk().ledger().recent(Desk.EVENING, 4)).isEqualTo(all.subList(3, 5));
    }
}
