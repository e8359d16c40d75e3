package org.esquive.policy;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.esquive.message.Country;
import org.esquive.message.Inbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.esquive.policy.Decision.Answer;
import org.esquive.policy.Decision.Reply;
import org.esquive.policy.Decision.Silence;
import org.esquive.settings.Delay;
import org.esquive.settings.Limits;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Timing;

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
        Optional<Reason> refused = refusal(inbound, rules);
        if (refused.isPresent()) {
            return new Silence(refused.get());
        }
        if (inbound.sender() instanceof Sender.Mobile(var number, var country)) {
            return new Question(inbound, number, country, rules, moment).decide(standing);
        }
        throw new IllegalStateException("whoever is not refused has a mobile number");
    }

    /// Why a sender is never answered, whatever they write, if that is so.
    public static Optional<Reason> refusal(Inbound inbound, Rules rules) {
        return Optional.ofNullable(
                switch (inbound.sender()) {
                    case Sender _ when inbound.kind() == Inbound.Kind.OTHER -> Reason.NOT_A_TEXT;
                    case Sender.Named _, Sender.ShortCode _, Sender.Withheld _ -> Reason.UNANSWERABLE;
                    case Sender.OtherNumber(var number, var _) when rules.neverAnswers(number) -> Reason.UNANSWERABLE;
                    case Sender.Mobile(var number, var _) when rules.neverAnswers(number) -> Reason.UNANSWERABLE;
                    case Sender.OtherNumber(var number, var _) when rules.owns(number) -> Reason.OWN_LINE;
                    case Sender.Mobile(var number, var _) when rules.owns(number) -> Reason.OWN_LINE;
                    case Sender.OtherNumber(var number, var _) when rules.isKeeper(number) -> Reason.KEEPER;
                    case Sender.Mobile(var number, var _) when rules.isKeeper(number) -> Reason.KEEPER;
                    case Sender.OtherNumber _ -> Reason.NUMBER_TYPE;
                    case Sender.Mobile(var _, var country) when !rules.answers(country) -> Reason.COUNTRY;
                    case Sender.Mobile(var number, var _) when rules.denies(number) -> Reason.DENIED;
                    case Sender.Mobile _ -> null;
                });
    }

    /// What answering a text takes from the budgets.
    ///
    /// @param reply the answer
    /// @param to who gets it
    /// @param lastReply when a reply to them was decided before, if one was
    public static Expense expense(Reply reply, PhoneNumber to, Optional<Instant> lastReply, Rules rules) {
        long price = rules.channel().prices().of(to.e164()).orElse(0);
        int segments = rules.segments(reply.text())
                + reply.cover().map(cover -> rules.segments(cover.text())).orElse(0);
        return new Expense(to.e164(), reply.cover().isPresent() ? 2 : 1, price * segments, lastReply);
    }

    /// A text whose sender may be answered: what is left to decide is what they ask and how much was said.
    private record Question(Inbound inbound, PhoneNumber number, Country country, Rules rules, Moment moment) {

        Decision decide(Standing standing) {
            SenderRecord sender = standing.sender();
            return switch (rules.keyword(inbound)) {
                case Keyword word when sender.optedOut() && word != Keyword.START -> new Silence(Reason.OPTED_OUT);
                case Keyword _ when isStale() -> new Silence(Reason.STALE);
                case Keyword _ when isBeyondLimit(sender) -> new Silence(Reason.SENDER_LIMIT);
                case Keyword word when word == Keyword.NONE && sender.pending() -> new Silence(Reason.PENDING);
                case Keyword word when word == Keyword.NONE && isTooSoon(standing) -> new Silence(Reason.TOO_SOON);
                case Keyword word when word == Keyword.NONE && isEcho() -> new Silence(Reason.ECHO);
                case Keyword word -> unlessHeld(answer(word, sender), standing);
            };
        }

        private Reply answer(Keyword word, SenderRecord sender) {
            return switch (word) {
                case STOP -> atOnce(Answer.STOP, texts().stop());
                case HELP -> atOnce(Answer.HELP, texts().help());
                case START -> atOnce(Answer.START, texts().start());
                case NONE -> message(sender);
            };
        }

        /// What a line or its keeper holds back, strongest first.
        private Decision unlessHeld(Reply reply, Standing standing) {
            Optional<Hold> flood = flood(standing);
            if (flood.isPresent()) {
                return new Silence(Reason.FLOOD, flood);
            }
            Optional<Hold> limit = limit(reply, standing);
            if (limit.isPresent()) {
                return new Silence(Reason.LIMIT, limit);
            }
            Optional<Hold> pause = rules.byKeeper();
            return pause.isPresent() ? new Silence(Reason.PAUSED, pause) : reply;
        }

        private Optional<Hold> flood(Standing standing) {
            int most = limits().flood().neighbours();
            if (most > 0 && standing.neighbours() > most) {
                return Optional.of(new Hold(Hold.Scope.PREFIX, Hold.Cause.NEIGHBOURS, Optional.empty()));
            }
            Optional<Hold> stop = standing.line().stopped(moment.now());
            boolean byFlood = standing.line().breaker().hold(moment.now()).isEmpty();
            return byFlood && isSampled() ? Optional.empty() : stop;
        }

        /// The chance that picks the delay serves once more, by its later digits.
        private boolean isSampled() {
            return moment.chance() * 1_000 % 1 * 100 < limits().flood().sample();
        }

        private Optional<Hold> limit(Reply reply, Standing standing) {
            if (rules.channel().prices().of(number.e164()).isEmpty()) {
                return Optional.of(new Hold(Hold.Scope.CHANNEL, Hold.Cause.NO_PRICE, Optional.empty()));
            }
            Expense expense = expense(reply, number, standing.lastReply().decidedAt(), rules);
            return rules.budget(standing.line().spending())
                    .hold(expense, moment.now())
                    .or(() -> rules.channel().budget(standing.channel()).hold(expense, moment.now()));
        }

        /// With covers, answers are more than texts.
        private boolean isBeyondLimit(SenderRecord sender) {
            int most = limits().textsPerSender();
            return sender.texts() >= most || sender.replies() >= most;
        }

        private boolean isTooSoon(Standing standing) {
            return standing.lastReply()
                    .leftAt()
                    .map(left -> moment.now().isBefore(left.plus(limits().gap())))
                    .orElse(false);
        }

        private boolean isEcho() {
            return rules.echoes().have(inbound.text());
        }

        private boolean isStale() {
            Instant oldest = moment.now().minus(limits().stale());
            return inbound.sentAt().map(sent -> sent.isBefore(oldest)).orElse(false);
        }

        private Limits limits() {
            return rules.line().limits();
        }

        private ReplyTexts texts() {
            return Objects.requireNonNull(rules.texts().get(rules.languageFor(country)));
        }

        private Reply atOnce(Answer answer, String text) {
            Instant now = moment.now();
            return new Reply(answer, rules.languageFor(country), text, now, now.plus(limits().stale()));
        }

        private Reply message(SenderRecord sender) {
            Instant due = rules.line()
                    .timing()
                    .dueAt(moment.now(), moment.chance(), rules.line().zone());
            return new Reply(
                    Answer.MESSAGE,
                    rules.languageFor(country),
                    texts().rung(sender.texts() + 1),
                    due,
                    due.plus(limits().stale()),
                    cover(sender, due));
        }

        /// A cover leaves before the first answer to a sender, and only well before it.
        private Optional<Decision.Cover> cover(SenderRecord sender, Instant due) {
            Optional<Delay> wait = rules.line().timing().cover();
            if (wait.isEmpty() || sender.replies() > 0 || limits().textsPerSender() < 2) {
                return Optional.empty();
            }
            Instant coverDue = moment.now().plus(wait.get().pick(moment.chance()));
            return texts().cover()
                    .filter(_ -> !coverDue.plus(Timing.BETWEEN).isAfter(due))
                    .map(words -> new Decision.Cover(words, coverDue));
        }
    }
}
