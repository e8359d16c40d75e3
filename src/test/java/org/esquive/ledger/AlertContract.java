package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.lab.Desk;
import org.esquive.message.LineId;
import org.junit.jupiter.api.Test;

/// What every ledger promises about alerts: none is missed, and who was told is remembered.
interface AlertContract {
    LineId OTHER = new LineId("other");

    Desk desk();

    @Test
    default void alertsOfAllLinesAreReadInTheOrderTheyWereWritten() {
        long early = desk().ids.next();
        book().raise(List.of(alert(desk().ids.next(), DEMO, AlertKind.DISK_LOW)));
        book().raise(List.of(
                alert(early, OTHER, AlertKind.FLOOD), alert(desk().ids.next(), OTHER, AlertKind.CLOCK)));
        List<AlertBook.Written> all = book().after(0, 10);
        assertThat(all)
                .extracting(written -> written.alert().kind())
                .containsExactly(AlertKind.DISK_LOW, AlertKind.FLOOD, AlertKind.CLOCK);
        assertThat(book().after(all.getFirst().place(), 1))
                .as("a place of an older id is still behind")
                .singleElement()
                .satisfies(written -> assertThat(written.alert().id()).isEqualTo(early));
        assertThat(book().end()).isEqualTo(all.getLast().place());
        assertThat(book().latest(2)).extracting(Figures.Alert::kind).containsExactly(AlertKind.CLOCK, AlertKind.FLOOD);
    }

    @Test
    default void anAlertOfACommitAndOneRaisedStandTogether() {
        for (int i = 0; i < 6; i++) {
            desk().text(1, "slt");
        }
        Figures.Alert raised = alert(desk().ids.next(), DEMO, AlertKind.CHANNEL_DOWN);
        book().raise(List.of(raised));
        book().raise(List.of(raised));
        assertThat(book().after(0, 10)).hasSize(2).last().satisfies(written -> {
            assertThat(written.alert()).isEqualTo(raised);
            assertThat(desk().ledger().figures().alerts(DEMO, 10)).first().isEqualTo(raised);
        });
        assertThat(book().last(DEMO, AlertKind.SENDER_LIMIT)).isPresent();
        assertThat(book().last(DEMO, AlertKind.CHANNEL_UP)).isEmpty();
    }

    @Test
    default void placesGoOnRisingWhenOldAlertsAreForgotten() {
        book().raise(List.of(alert(desk().ids.next(), DEMO, AlertKind.DISK_LOW)));
        long end = book().end();
        desk().clock.step(Duration.ofDays(31));
        assertThat(desk().forgetOld()).isPositive();
        desk().restart();
        assertThat(book().end()).isEqualTo(end);
        book().raise(List.of(alert(desk().ids.next(), DEMO, AlertKind.DISK_LOW)));
        assertThat(book().after(end, 10)).hasSize(1);
    }

    @Test
    default void whoWasToldIsRememberedOverARestart() {
        assertThat(book().told("mail")).isEmpty();
        book().note("mail", new AlertBook.Told(3, Instant.EPOCH, 0, 0));
        AlertBook.Told told = new AlertBook.Told(7, Desk.EVENING, Desk.EVENING.getEpochSecond() / 86_400, 2);
        book().note("mail", told);
        desk().restart();
        assertThat(book().told("mail")).contains(told);
        assertThat(book().told("ntfy")).isEmpty();
    }

    @Test
    default void textsOfPeopleAreCountedByTheHour() {
        desk().text(1, "slt");
        desk().text(2, "slt");
        desk().clock.step(Duration.ofHours(2));
        desk().text(3, "slt");
        Instant hour = Instant.parse("2026-03-02T20:00:00Z");
        assertThat(desk().ledger().figures().textsByHour(DEMO, hour, hour.plus(Duration.ofDays(1))))
                .isEqualTo(Map.of(hour, 2L, hour.plus(Duration.ofHours(2)), 1L));
        assertThat(desk().ledger().figures().textsByHour(DEMO, hour, hour.plus(Duration.ofHours(2))))
                .hasSize(1);
    }

    private AlertBook book() {
        return desk().ledger().alerts();
    }

    private Figures.Alert alert(long id, LineId line, AlertKind kind) {
        return new Figures.Alert(
                id, line, desk().clock.instant(), kind, Optional.empty(), Map.of("channel", "phone", "free", "12"));
    }
}
