package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.esquive.console.door.Totp;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.lab.SteppingClock;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.esquive.message.Inbound;
import org.esquive.settings.Caps;
import org.esquive.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a keeper may order by text, and who is not believed.
class KeeperOrdersTest {
    private static final Secret SECRET = new Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    private static final int KEEPER = 20;
    private static final String SETTINGS = """
            lines: [{id: demo, number: "+33639980010", country: FR, channel: phone}]
            channels: [{id: phone, kind: loopback}]
            keepers: [{number: "+33639980020", secret: GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ}]
            """;

    @TempDir
    Path folder;

    private final SteppingClock clock = new SteppingClock(Desk.EVENING);
    private Ledger ledger;
    private SettingsDesk desk;
    private PanicHistory history;
    private KeeperOrders orders;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("esquive.db"), Fixtures.keyring());
        restart();
    }

    @AfterEach
    void close() {
        orders.close();
        ledger.close();
    }

    private void restart() {
        SealedArchive archive = new SealedArchive(ledger.settings(), Fixtures.keyring(), clock);
        desk = SettingsDesk.open(archive, new SettingsDesk.Kinds(_ -> List.of(), _ -> Caps.NONE), SETTINGS);
        history = new PanicHistory(desk, archive);
        orders = new KeeperOrders(desk, clock, history.lastOrder(clock));
    }

    private String code() {
        return new Totp().code(SECRET, Totp.step(clock.instant()));
    }

    private boolean text(int sender, String words) {
        return orders.take(Inbound.text(Fixtures.DEMO, Fixtures.mobile(sender), words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PANIC %s", "panic%s", "  Panic   on %s ", "PANIC ON%s", "\tpanic\n%s"})
    void aRightCodeStopsAllReplies(String words) {
        assertThat(text(KEEPER, words.formatted(code()))).isTrue();
        assertThat(desk.current().panic()).isTrue();
        assertThat(history.stop()).hasValueSatisfying(stop -> {
            assertThat(stop.author()).isEqualTo("keeper +33639***20");
            assertThat(stop.at()).isEqualTo(Desk.EVENING);
        });
    }

    @Test
    void aLaterCodeLetsRepliesLeaveAgain() {
        assertThat(text(KEEPER, "PANIC " + code())).isTrue();
        clock.step(Duration.ofMinutes(2));
        String spaced = code().substring(0, 3) + " " + code().substring(3);
        assertThat(text(KEEPER, "panic off " + spaced)).isTrue();
        assertThat(desk.current().panic()).isFalse();
        assertThat(history.stop()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PANIC", "PANIC 12345", "PANIC 1234567", "STOP %s", "PANICS %s", "PANIC OFF OFF %s", "%s", ""})
    void whatIsNoOrderIsNone(String words) {
        assertThat(text(KEEPER, words.formatted(code()))).isFalse();
        assertThat(desk.current().panic()).isFalse();
    }

    @Test
    void nobodyElseIsObeyed() {
        assertThat(text(1, "PANIC " + code())).isFalse();
        assertThat(desk.current().panic()).isFalse();
    }

    @Test
    void aCodeWorksOnce() {
        String code = code();
        assertThat(text(KEEPER, "PANIC " + code)).isTrue();
        assertThat(text(KEEPER, "PANIC OFF " + code)).isFalse();
        assertThat(desk.current().panic()).isTrue();
    }

    @Test
    void aCodeWorksOnceAlsoAfterARestart() {
        String code = code();
        assertThat(text(KEEPER, "PANIC " + code)).isTrue();
        orders.close();
        restart();
        assertThat(text(KEEPER, "PANIC OFF " + code)).isFalse();
        clock.step(Duration.ofMinutes(2));
        assertThat(text(KEEPER, "PANIC OFF " + code())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4, true", "5, false"})
    void fiveWrongCodesAndThePhoneIsNotBelieved(int wrong, boolean believed) {
        for (int i = 0; i < wrong; i++) {
            assertThat(text(KEEPER, "PANIC 000000")).isFalse();
        }
        assertThat(text(KEEPER, "PANIC " + code())).isEqualTo(believed);
        clock.step(Trust.HOUR.minusSeconds(1));
        assertThat(text(KEEPER, "PANIC " + code())).isEqualTo(believed);
        clock.step(Duration.ofMinutes(2));
        assertThat(text(KEEPER, "PANIC " + code())).isTrue();
    }

    @Test
    void wrongCodesAreForgottenAfterAnHour() {
        Instant began = clock.instant();
        for (int i = 0; i < 4 * Trust.MOST_WRONG; i++) {
            assertThat(text(KEEPER, "PANIC 000000")).isFalse();
            clock.step(Duration.ofMinutes(16));
        }
        assertThat(clock.instant()).isAfter(began.plus(Trust.HOUR));
        assertThat(text(KEEPER, "PANIC " + code())).isTrue();
    }

    @Test
    void anOrderShowsNoCode() {
        assertThat(KeeperOrders.Order.of("PANIC OFF 123456").orElseThrow()).hasToString("resume");
        assertThat(KeeperOrders.Order.of("PANIC 123456").orElseThrow()).hasToString("stop");
    }

    @Test
    void itIsKnownWhoStoppedAfterOtherChangesToo() {
        assertThat(desk.panic("console", true)).isNotNull();
        clock.step(Duration.ofMinutes(5));
        assertThat(desk.change("somebody", desk.version(), desk.document().replace("0010", "0011")))
                .isNotNull();
        assertThat(desk.version()).isEqualTo(3);
        assertThat(history.stop()).hasValueSatisfying(stop -> {
            assertThat(stop.author()).isEqualTo("console");
            assertThat(stop.at()).isEqualTo(Desk.EVENING);
        });
    }
}
