package org.esquive.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.esquive.message.Country;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.NumberType;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.esquive.policy.Decision.Answer;
import org.esquive.policy.Decision.Reply;
import org.esquive.policy.Decision.Silence;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.Limits;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.esquive.settings.Timing;
import org.esquive.settings.yaml.ShippedCountries;
import org.junit.jupiter.api.Test;

/// The edges of the rules, where a story would have to count seconds. The rules themselves are told in the
/// stories.
class PolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");
    private static final Country FRANCE = new Country("FR");
    private static final LineId DEMO = new LineId("demo");
    private static final Sender ANNE = new Sender.Mobile(new PhoneNumber("+33639980001"), FRANCE);
    private static final ReplyTexts FRENCH = new ReplyTexts(List.of("un", "deux", "trois"), "aide", "arret", "reprise");
    private static final ReplyTexts ENGLISH = new ReplyTexts(List.of("one"), "help", "stop", "start");

    private static final Rules.Shipped SHIPPED =
            new Rules.Shipped(Map.of("fr", FRENCH, "en", ENGLISH), ShippedCountries.load(), _ -> Caps.NONE);

    @Test
    void theFifthTextIsAnsweredAndTheSixthIsNot() {
        assertThat(decide("slt", sender(4))).isInstanceOf(Reply.class);
        assertThat(decide("slt", sender(5))).isEqualTo(new Silence(Reason.SENDER_LIMIT));
        assertThat(decide("slt", sender(6))).isEqualTo(new Silence(Reason.SENDER_LIMIT));
        assertThat(decide("aide", sender(5))).isEqualTo(new Silence(Reason.SENDER_LIMIT));
    }

    @Test
    void eachTextGetsItsRungOfTheLadderAndTheLastRungServesForTheRest() {
        assertThat(List.of(0, 1, 2, 3, 4))
                .map(texts -> reply("slt", sender(texts)).text())
                .containsExactly("un", "deux", "trois", "trois", "trois");
    }

    @Test
    void aReplyIsDueAfterTheDelayThatChancePicksAndExpiresSixHoursLater() {
        assertThat(reply("slt", SenderRecord.NEW).dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(45)));
        assertThat(reply("slt", SenderRecord.NEW).expiresAt())
                .isEqualTo(NOW.plus(Duration.ofMinutes(45)).plus(Duration.ofHours(6)));
    }

    @Test
    void helpAndStopAndStartGoAtOnce() {
        assertThat(reply("aide", SenderRecord.NEW)).isEqualTo(atOnce(Answer.HELP, "aide"));
        assertThat(reply("stop", SenderRecord.NEW)).isEqualTo(atOnce(Answer.STOP, "arret"));
        assertThat(reply("start", SenderRecord.NEW)).isEqualTo(atOnce(Answer.START, "reprise"));
    }

    @Test
    void aTextIsStaleFromTheMillisecondAfterSixHours() {
        assertThat(decide(sentAt(NOW.minus(Duration.ofHours(6))))).isInstanceOf(Reply.class);
        assertThat(decide(sentAt(NOW.minus(Duration.ofHours(6)).minusMillis(1))))
                .isEqualTo(new Silence(Reason.STALE));
        assertThat(decide(sentAt(NOW.plus(Duration.ofHours(9))))).isInstanceOf(Reply.class);
    }

    @Test
    void whoAskedForSilenceGetsItUntilStart() {
        SenderRecord silent = new SenderRecord(1, 1, Optional.of(NOW), true, false);
        assertThat(decide("slt", silent)).isEqualTo(new Silence(Reason.OPTED_OUT));
        assertThat(decide("stop", silent)).isEqualTo(new Silence(Reason.OPTED_OUT));
        assertThat(decide("aide", silent)).isEqualTo(new Silence(Reason.OPTED_OUT));
        assertThat(decide("start", silent)).isInstanceOf(Reply.class);
    }

    @Test
    void aReplyThatWaitsHoldsBackAnotherButNotAWish() {
        SenderRecord waiting = new SenderRecord(1, 1, Optional.of(NOW), false, true);
        assertThat(decide("slt", waiting)).isEqualTo(new Silence(Reason.PENDING));
        assertThat(reply("aide", waiting).answer()).isEqualTo(Answer.HELP);
        assertThat(reply("stop", waiting).answer()).isEqualTo(Answer.STOP);
        assertThat(reply("start", waiting).answer()).isEqualTo(Answer.START);
    }

    @Test
    void theDailyLimitCountsTheDayOfTheLine() {
        Instant midnight = Instant.parse("2026-03-01T23:00:00Z");
        Silence limit = new Silence(
                Reason.LIMIT,
                new Hold(
                        Hold.Scope.LINE,
                        Hold.Cause.REPLIES_PER_DAY,
                        Optional.of(Instant.parse("2026-03-02T23:00:00Z"))));
        assertThat(decide(inbound("slt"), said(2, midnight))).isInstanceOf(Reply.class);
        assertThat(decide(inbound("slt"), said(3, midnight))).isEqualTo(limit);
        assertThat(decide(inbound("aide"), said(3, midnight))).isEqualTo(limit);
        assertThat(decide(inbound("slt"), said(3, midnight.minusMillis(1)))).isInstanceOf(Reply.class);
    }

    @Test
    void aSenderOfAnotherAnsweredCountryGetsTheirLanguageIfThereIsOne() {
        assertThat(replyTo("GB", "+447700900123")).isEqualTo("one");
        assertThat(replyTo("DE", "+4915735000001")).isEqualTo("un");
    }

    @Test
    void whoeverHelpsIsNeverAnsweredWhateverTheirNumberLooksLike() {
        Sender byMobile = new Sender.Mobile(new PhoneNumber("+34600000016"), new Country("ES"));
        Sender tollFree = new Sender.OtherNumber(new PhoneNumber("+3280030030"), NumberType.TOLL_FREE);
        assertThat(decideFor(byMobile)).isEqualTo(new Silence(Reason.UNANSWERABLE));
        assertThat(decideFor(tollFree)).isEqualTo(new Silence(Reason.UNANSWERABLE));
    }

    @Test
    void theWordsOfTheLinesCountryAreWishesToo() {
        assertThat(reply("désabonner", SenderRecord.NEW).answer()).isEqualTo(Answer.STOP);
        assertThat(reply("sos", SenderRecord.NEW).answer()).isEqualTo(Answer.HELP);
        assertThat(reply("stopp", SenderRecord.NEW).answer()).isEqualTo(Answer.MESSAGE);
    }

    @Test
    void ourOwnNumberIsOursWhateverItsType() {
        Inbound text =
                Inbound.text(DEMO, new Sender.OtherNumber(new PhoneNumber("+33639980011"), NumberType.VOIP), "slt");
        assertThat(decide(text, LineRecord.NEW)).isEqualTo(new Silence(Reason.OWN_LINE));
    }

    @Test
    void whoWritesIsAskedFirst() {
        assertThat(decideFor(new Sender.Named("BANK"))).isEqualTo(new Silence(Reason.UNANSWERABLE));
        assertThat(decideFor(new Sender.ShortCode("38600"))).isEqualTo(new Silence(Reason.UNANSWERABLE));
        assertThat(decideFor(new Sender.Withheld())).isEqualTo(new Silence(Reason.UNANSWERABLE));
        assertThat(decideFor(other("+33199001234"))).isEqualTo(new Silence(Reason.NUMBER_TYPE));
        assertThat(decideFor(other("+33639980011"))).isEqualTo(new Silence(Reason.OWN_LINE));
        assertThat(decideFor(mobile("FR", "+33639980011"))).isEqualTo(new Silence(Reason.OWN_LINE));
        assertThat(decideFor(mobile("US", "+12125550147"))).isEqualTo(new Silence(Reason.COUNTRY));
        assertThat(decideFor(mobile("FR", "+33639989901"))).isEqualTo(new Silence(Reason.DENIED));
        assertThat(decideFor(mobile("FR", "+33639980001"))).isInstanceOf(Reply.class);
    }

    @Test
    void whatIsNoTextIsSilenceWhoeverSendsIt() {
        Inbound receipt =
                new Inbound(DEMO, ANNE, Inbound.Kind.OTHER, "stop", Optional.empty(), new Inbound.Identity.None());
        assertThat(decide(receipt)).isEqualTo(new Silence(Reason.NOT_A_TEXT));
    }

    @Test
    void anEchoIsRecognisedWithoutItsPunctuationAndCase() {
        assertThat(decide("> UN <", SenderRecord.NEW)).isEqualTo(new Silence(Reason.ECHO));
        assertThat(decide("one", SenderRecord.NEW)).isEqualTo(new Silence(Reason.ECHO));
        assertThat(decide("reprise.", SenderRecord.NEW)).isEqualTo(new Silence(Reason.ECHO));
        assertThat(decide("un de plus", SenderRecord.NEW)).isInstanceOf(Reply.class);
        Echoes echoes = Echoes.of(List.of("x".repeat(1_000), "Y-y"));
        assertThat(echoes.shortest()).isEqualTo(2);
        assertThat(echoes.have("x".repeat(1_000))).isTrue();
        assertThat(echoes.have("x".repeat(1_000) + "!"))
                .as("too long to be folded")
                .isFalse();
        assertThat(echoes.have("yY")).isTrue();
        assertThat(echoes.have("y")).isFalse();
    }

    @Test
    void rulesAreMadeForEachLineAndKnowAllOurLines() {
        Rulebook book = Rulebook.of(settings(), Map.of("fr", FRENCH, "en", ENGLISH), ShippedCountries.load());
        assertThat(book.of(DEMO).orElseThrow().ownLines()).hasSize(2);
        assertThat(book.of(new LineId("nowhere"))).isEmpty();
    }

    @Test
    void theKeepersTextsReplaceTheShippedOnesOfTheirLanguage() {
        Settings own =
                new Settings(settings().lines(), List.of(), Map.of("fr", new ReplyTexts(List.of("x"), "", "", "")));
        Rules rules = Rules.of(own.lines().getFirst(), own, SHIPPED);
        assertThat(rules.texts().get("fr").rung(1)).isEqualTo("x");
        assertThat(rules.texts().get("en")).isEqualTo(ENGLISH);
    }

    /// A line that said something at a moment.
    private static LineRecord said(int replies, Instant at) {
        LineRecord line = LineRecord.NEW;
        for (int i = 0; i < replies; i++) {
            line = line.after(new Expense("+33639980001", 1, 0, Optional.empty()), rules(), at);
        }
        return line;
    }

    private static Decision decideFor(Sender sender) {
        return decide(Inbound.text(DEMO, sender, "slt"));
    }

    private static Sender mobile(String country, String number) {
        return new Sender.Mobile(new PhoneNumber(number), new Country(country));
    }

    private static Sender other(String number) {
        return new Sender.OtherNumber(new PhoneNumber(number), NumberType.FIXED_LINE);
    }

    private static Reply atOnce(Answer answer, String text) {
        return new Reply(answer, "fr", text, NOW, NOW.plus(Duration.ofHours(6)));
    }

    private static SenderRecord sender(int texts) {
        return new SenderRecord(texts, texts, Optional.of(NOW), false, false);
    }

    private static Inbound inbound(String text) {
        return Inbound.text(DEMO, ANNE, text);
    }

    private static Inbound sentAt(Instant sent) {
        return new Inbound(DEMO, ANNE, Inbound.Kind.TEXT, "slt", Optional.of(sent), new Inbound.Identity.None());
    }

    private static String replyTo(String country, String number) {
        Sender sender = new Sender.Mobile(new PhoneNumber(number), new Country(country));
        Decision decision = decide(Inbound.text(DEMO, sender, "slt"), LineRecord.NEW);
        return ((Reply) decision).text();
    }

    private static Reply reply(String text, SenderRecord sender) {
        return (Reply) decide(text, sender);
    }

    private static Decision decide(String text, SenderRecord sender) {
        return Policy.decide(inbound(text), new Standing(sender, LineRecord.NEW), rules(), new Moment(NOW, 0.5));
    }

    private static Decision decide(Inbound inbound) {
        return decide(inbound, LineRecord.NEW);
    }

    private static Decision decide(Inbound inbound, LineRecord line) {
        return Policy.decide(inbound, new Standing(SenderRecord.NEW, line), rules(), new Moment(NOW, 0.5));
    }

    private static Rules rules() {
        Settings settings = settings();
        return Rules.of(settings.lines().getFirst(), settings, SHIPPED);
    }

    private static Settings settings() {
        return new Settings(List.of(line("demo", "+33639980010"), line("other", "+33639980011")), List.of(), Map.of());
    }

    private static Line line(String id, String number) {
        Limits limits = Limits.USUAL.with(Caps.NONE.with(Cap.REPLIES_PER_DAY, 3));
        return new Line(
                new LineId(id),
                new PhoneNumber(number),
                FRANCE,
                Set.of(new Country("GB"), new Country("DE")),
                ZoneId.of("Europe/Paris"),
                "fr",
                "loop",
                Line.Status.OPEN,
                Timing.USUAL,
                limits,
                List.of("+336399899"));
    }
}
