package org.esquive.api.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.lab.Fixtures.DEMO;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.esquive.alert.HttpKeeper;
import org.esquive.alert.Telling;
import org.esquive.lab.Desk;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.DeliveryBook;
import org.esquive.ledger.DeliveryBook.Kept;
import org.esquive.ledger.DeliveryBook.State;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Settlement.Result;
import org.esquive.ledger.sqlite.SqliteStore;
import org.esquive.settings.Line;
import org.esquive.settings.WebhookSettings.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A program hears of everything that it asked for, at least once, whatever it does in return.
class HooksTest {
    @TempDir
    Path folder;

    private Programs programs;

    @BeforeEach
    void open() throws IOException {
        programs =
                new Programs(new Desk(new SqliteStore(folder.resolve("esquive.db"))), new HttpKeeper(), Event.DECISION);
    }

    @AfterEach
    void close() {
        programs.close();
    }

    private List<Kept> history() {
        return programs.desk.ledger().office().deliveries().latest("tracker");
    }

    private List<String> told(String field) {
        return programs.events().stream()
                .map(event -> event.path(field).asString(""))
                .toList();
    }

    @Test
    void aDecisionArrivesSignedAndWithoutNumberOrWords() throws Exception {
        programs.desk.text(1, "canary words");
        programs.later();
        HttpKeeper.Call call = programs.program.calls.getFirst();
        assertThat(programs.program.calls).hasSize(1);
        assertThat(call.header("webhook-signature")).isEqualTo("v1," + signature(call));
        JsonNode event = programs.events().getFirst();
        assertThat(event.path("type").asString()).isEqualTo("DECISION");
        assertThat(event.path("decision").path("decision").asString()).isEqualTo("REPLY");
        assertThat(event.path("decision").path("sender").asString()).matches("[0-9a-f]{32}");
        assertThat(call.body()).doesNotContain("canary", "33639", "0639", "\"+");
        assertThat(history()).singleElement().satisfies(kept -> {
            assertThat(kept.delivery().state()).isEqualTo(State.TAKEN);
            assertThat(kept.delivery().message()).isEqualTo(call.header("webhook-id"));
        });
    }

    /// By the words of the standard alone.
    private static String signature(HttpKeeper.Call call) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(Base64.getDecoder().decode(Programs.KEY.substring("whsec_".length())), "HmacSHA256"));
        String signed = call.header("webhook-id") + "." + call.header("webhook-timestamp") + "." + call.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyDecisionIsToldOnceAndInOrderHoweverManyThereAre() {
        List<String> texts = IntStream.range(0, 350)
                .mapToObj(i ->
                        "decision-" + programs.desk.text(i % 40, "slt").text().id())
                .toList();
        programs.later();
        assertThat(told("id")).containsExactlyElementsOf(texts);
        assertThat(programs.program.calls).hasSize(4);
        programs.later();
        assertThat(programs.program.calls).hasSize(4);
    }

    @Test
    void whatIsNotTakenIsTriedAgainUnderItsOwnId() {
        programs.program.status = 503;
        programs.desk.text(1, "slt");
        programs.later();
        programs.desk.text(2, "slt");
        programs.later(Duration.ofSeconds(30));
        assertThat(programs.program.calls).hasSize(2);
        assertThat(history()).singleElement().satisfies(kept -> {
            assertThat(kept.delivery().state()).isEqualTo(State.FAILING);
            assertThat(kept.delivery().tries()).isEqualTo(2);
            assertThat(kept.delivery().cause()).contains("answered 503");
        });
        assertThat(programs.hooks.standings().getFirst().failingSince()).isPresent();
        programs.program.status = 204;
        programs.later(Duration.ofMinutes(10));
        assertThat(programs.program.calls.get(2).header("webhook-id"))
                .isEqualTo(programs.program.calls.get(0).header("webhook-id"));
        assertThat(programs.program.calls.get(2).body())
                .isEqualTo(programs.program.calls.get(0).body());
        programs.later();
        assertThat(told("id").stream().distinct()).hasSize(2);
        assertThat(history()).extracting(kept -> kept.delivery().state()).containsOnly(State.TAKEN);
        assertThat(programs.hooks.standings().getFirst().failingSince()).isEmpty();
    }

    @Test
    void aProgramThatIsGoneIsLeftAloneForLongerAndLonger() {
        programs.program.status = 500;
        programs.desk.text(1, "slt");
        for (int i = 0; i < 3_600; i++) {
            programs.later(Duration.ofSeconds(1));
        }
        assertThat(programs.program.calls.size()).isBetween(8, 12);
    }

    @Test
    void afterThreeDaysItIsGivenUpKeepersHearOfItAndTheProgramHearsHowMuchItMissed() {
        programs.program.status = 500;
        programs.desk.text(1, "slt");
        for (int hour = 0; hour < 80; hour++) {
            programs.later(Duration.ofHours(1));
        }
        assertThat(history())
                .last()
                .satisfies(kept -> assertThat(kept.delivery().state()).isEqualTo(State.GIVEN_UP));
        List<Figures.Alert> alerts = programs.desk.ledger().alerts().latest(10);
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.TROUBLE);
            assertThat(alert.facts()).containsEntry("webhook", "tracker");
        });
        programs.program.status = 200;
        programs.program.calls.clear();
        programs.desk.text(2, "slt");
        programs.later(Duration.ofHours(3));
        assertThat(programs.missed()).isEqualTo(1);
        assertThat(programs.events()).hasSize(1);
    }

    @Test
    void aRestartLosesNothingAndWhatIsToldTwiceHasTheSameId() {
        programs.program.status = 500;
        programs.desk.text(1, "slt");
        programs.later();
        programs.desk.restart();
        programs.program.status = 200;
        programs.hooks = programs.open();
        programs.later(Duration.ofHours(1));
        assertThat(told("id")).hasSize(2);
        assertThat(told("id").stream().distinct()).hasSize(1);
    }

    @Test
    void aFloodIsSkippedAndSaid() {
        programs.flood(30_000);
        programs.later();
        assertThat(programs.missed()).isEqualTo(29_000);
        assertThat(programs.events()).hasSize(1_000);
        programs.later();
        assertThat(programs.missed()).isEqualTo(29_000);
    }

    @Test
    void whatBecomesOfRepliesIsToldToWhoeverAsked() {
        programs.hear(Event.REPLY);
        programs.later();
        long text = programs.desk.text(1, "slt").text().id();
        programs.desk.clock.step(Duration.ofHours(2));
        assertThat(programs.desk.claim()).hasSize(1);
        programs.desk.settle(text, new Result.Sent(Optional.of("x")));
        programs.later();
        assertThat(told("type")).containsExactly("REPLY");
        assertThat(told("state")).containsExactly("SENT");
        assertThat(programs.events().getFirst().path("decision").path("id").asString())
                .isEqualTo(String.valueOf(text));
        programs.later();
        assertThat(programs.desk.count("reply_news")).isZero();
    }

    @Test
    void alertsAndLinesAreToldToo() {
        programs.hear(Event.ALERT, Event.LINE);
        programs.later();
        for (int i = 0; i < 6; i++) {
            programs.desk.text(1, "slt");
        }
        Line line = programs.settings.line(DEMO).orElseThrow();
        programs.settings = programs.settings.with(line.with(Line.Status.MUTED));
        programs.later();
        assertThat(told("type")).containsExactly("ALERT", "LINE");
        assertThat(programs.events().get(0).path("alert").path("kind").asString())
                .isEqualTo("SENDER_LIMIT");
        assertThat(programs.events().get(1).path("standing").path("status").asString())
                .isEqualTo("MUTED");
        programs.later();
        assertThat(programs.events()).hasSize(2);
    }

    @Test
    void whatIsAskedForLaterBeginsThen() {
        programs.hear(Event.ALERT);
        programs.later();
        programs.desk.text(1, "slt");
        programs.later();
        programs.hear(Event.ALERT, Event.DECISION);
        programs.later();
        long text = programs.desk.text(2, "slt").text().id();
        programs.later();
        assertThat(told("id")).containsExactly("decision-" + text);
    }

    @Test
    void aTestArrivesAndAnythingCanBeSentAgain() {
        assertThat(programs.hooks.test("tracker")).contains(new Telling.Told());
        assertThat(programs.bodies().getFirst().path("type").asString()).isEqualTo("test");
        assertThat(programs.hooks.test("nobody")).isEmpty();
        programs.desk.text(1, "slt");
        programs.later();
        Kept kept = history().getFirst();
        assertThat(programs.hooks.again("tracker", kept.place())).contains(new Telling.Told());
        assertThat(programs.program.calls.get(2).header("webhook-id"))
                .isEqualTo(kept.delivery().message());
        assertThat(programs.program.calls.get(2).body())
                .isEqualTo(programs.program.calls.get(1).body());
        assertThat(programs.hooks.again("tracker", 999)).isEmpty();
        programs.program.close();
        assertThat(programs.hooks.again("tracker", kept.place())).containsInstanceOf(Telling.Failed.class);
        assertThat(history().getFirst().delivery().state()).isEqualTo(State.TAKEN);
    }

    @Test
    void noMoreThanTwoHundredDeliveriesAreKept() {
        for (int i = 0; i < DeliveryBook.KEPT + 20; i++) {
            programs.desk.text(1, "slt");
            programs.later();
        }
        assertThat(history()).hasSize(DeliveryBook.KEPT);
    }
}
