package org.esquive.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.esquive.message.Country;
import org.esquive.message.Inbound;
import org.esquive.message.Sender;
import org.esquive.policy.Decision.Answer;
import org.esquive.policy.Decision.Reply;
import org.esquive.policy.Decision.Silence;
import org.esquive.settings.Limits;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;

/// Decides whether a text is answered. Rules are tried in order and the first that applies wins, so the stored
/// reason is always the strongest one: who is writing, then what they asked, then how much was already said. The
/// order is the product's, and `docs/policy.md` tells it to keepers.
public final class Policy {
    private Policy() {}

    /// The one decision for a text.
    ///
    /// @param inbound the text
    /// @param standing what is remembered of its sender and line, this text not yet counted
    /// @param rules what the keeper decided
    /// @param moment when, and the chance that picks the delay
    public static Decision decide(Inbound inbound, Standing standing, Rules rules, Moment moment) {
        return switch (inbound.sender()) {
            case Sender _ when inbound.kind() == Inbound.Kind.OTHER -> new Silence(Reason.NOT_A_TEXT);
            case Sender.Named _, Sender.ShortCode _, Sender.Withheld _ -> new Silence(Reason.UNANSWERABLE);
            case Sender.OtherNumber(var number, var _)
            when rules.neverAnswers(number) -> new Silence(Reason.UNANSWERABLE);
            case Sender.Mobile(var number, var _) when rules.neverAnswers(number) -> new Silence(Reason.UNANSWERABLE);
            case Sender.OtherNumber(var number, var _) when rules.owns(number) -> new Silence(Reason.OWN_LINE);
            case Sender.Mobile(var number, var _) when rules.owns(number) -> new Silence(Reason.OWN_LINE);
            case Sender.OtherNumber _ -> new Silence(Reason.NUMBER_TYPE);
            case Sender.Mobile(var _, var country) when !rules.answers(country) -> new Silence(Reason.COUNTRY);
            case Sender.Mobile(var number, var _) when rules.denies(number) -> new Silence(Reason.DENIED);
            case Sender.Mobile(var _, var country) -> new Question(inbound, country, rules, moment).decide(standing);
        };
    }

    /// A text whose sender may be answered: what is left to decide is what they ask and how much was said.
    private record Question(Inbound inbound, Country country, Rules rules, Moment moment) {

        Decision decide(Standing standing) {
            SenderRecord sender = standing.sender();
            return switch (rules.keyword(inbound)) {
                case Keyword word when sender.optedOut() && word != Keyword.START -> new Silence(Reason.OPTED_OUT);
                case Keyword _ when isStale() -> new Silence(Reason.STALE);
                case Keyword _ when sender.texts() >= limits().textsPerSender() -> new Silence(Reason.SENDER_LIMIT);
                case Keyword word when word == Keyword.NONE && sender.pending() -> new Silence(Reason.PENDING);
                case Keyword word when word == Keyword.NONE && isEcho() -> new Silence(Reason.ECHO);
                case Keyword _ when repliesLeft(standing) <= 0 -> new Silence(Reason.LIMIT);
                case Keyword _ when rules.line().status() != Line.Status.OPEN -> new Silence(Reason.PAUSED);
                case STOP -> reply(Answer.STOP, texts().stop(), Duration.ZERO);
                case HELP -> reply(Answer.HELP, texts().help(), Duration.ZERO);
                case START -> reply(Answer.START, texts().start(), Duration.ZERO);
                case NONE -> reply(Answer.MESSAGE, texts().rung(sender.texts() + 1), delay());
            };
        }

        private boolean isEcho() {
            return rules.echoes().contains(Echo.form(inbound.text()));
        }

        private boolean isStale() {
            Instant oldest = moment.now().minus(limits().stale());
            return inbound.sentAt().map(sent -> sent.isBefore(oldest)).orElse(false);
        }

        private int repliesLeft(Standing standing) {
            return limits().repliesPerDay() - standing.line().repliesOn(rules.today(moment));
        }

        private Limits limits() {
            return rules.line().limits();
        }

        private Duration delay() {
            return rules.line().delay().pick(moment.chance());
        }

        private ReplyTexts texts() {
            return Objects.requireNonNull(rules.texts().get(rules.languageFor(country)));
        }

        private Reply reply(Answer answer, String text, Duration wait) {
            Instant due = moment.now().plus(wait);
            return new Reply(answer, rules.languageFor(country), text, due, due.plus(limits().stale()));
        }
    }
}
