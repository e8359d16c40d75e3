package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.esquive.lab.Desk;
import org.esquive.ledger.DeliveryBook.Delivery;
import org.esquive.ledger.DeliveryBook.Position;
import org.esquive.ledger.DeliveryBook.State;
import org.junit.jupiter.api.Test;

/// What every ledger promises about what programs were told.
interface DeliveryContract {
    Instant THEN = Instant.parse("2026-03-02T12:00:00Z");

    Position THERE = new Position(7, 8, 9, Map.of("demo", "OPEN calm"), 3, Optional.of(THEN));

    Desk desk();

    private static Delivery delivery(String message, State state, int tries) {
        return new Delivery(
                "tracker", message, THEN, 2, tries, state, Duration.ofMillis(31), state == State.TAKEN ? "" : "gone");
    }

    @Test
    default void howFarAProgramWasToldIsKept() {
        DeliveryBook book = desk().ledger().office().deliveries();
        assertThat(book.position("tracker")).isEmpty();
        book.note("tracker", THERE);
        desk().restart();
        assertThat(desk().ledger().office().deliveries().position("tracker")).contains(THERE);
        assertThat(desk().ledger().office().deliveries().position("other")).isEmpty();
    }

    @Test
    default void aSecondTryTakesThePlaceOfTheFirst() {
        DeliveryBook book = desk().ledger().office().deliveries();
        book.record(delivery("m1", State.FAILING, 1), "{}", THERE);
        book.record(delivery("m2", State.TAKEN, 1), "{\"b\":2}", THERE);
        book.record(delivery("m1", State.TAKEN, 2), "{}", THERE);
        assertThat(book.latest("tracker"))
                .extracting(DeliveryBook.Kept::delivery)
                .containsExactly(delivery("m2", State.TAKEN, 1), delivery("m1", State.TAKEN, 2));
        DeliveryBook.Kept second = book.latest("tracker").getFirst();
        assertThat(book.body("tracker", second.place())).contains("{\"b\":2}");
        assertThat(book.body("other", second.place())).isEmpty();
        book.again(new DeliveryBook.Kept(second.place(), delivery("m2", State.GIVEN_UP, 9)));
        assertThat(book.delivery("tracker", second.place())
                        .orElseThrow()
                        .delivery()
                        .state())
                .isEqualTo(State.GIVEN_UP);
    }

    @Test
    default void theLatestTwoHundredOfAProgramAreKept() {
        DeliveryBook book = desk().ledger().office().deliveries();
        for (int i = 0; i < DeliveryBook.KEPT + 5; i++) {
            book.record(delivery("m" + i, State.TAKEN, 1), "{}", THERE);
        }
        assertThat(book.latest("tracker")).hasSize(DeliveryBook.KEPT);
        assertThat(desk().count("delivery")).isEqualTo(DeliveryBook.KEPT);
    }
}
