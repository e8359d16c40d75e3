package org.esquive.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.esquive.message.Country;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.message.Segment;
import org.esquive.message.Sender;
import org.esquive.policy.Decision;
import org.esquive.policy.Expense;
import org.esquive.policy.Hold;
import org.esquive.policy.Keyword;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Policy;
import org.esquive.policy.Reason;
import org.esquive.policy.Rules;
import org.esquive.policy.SenderRecord;
import org.esquive.policy.Standing;
import org.esquive.settings.Keep;

/// Works out what a commit does to one line: the same for every database, and without any of them. Arrivals are
/// taken in order, and each sees what those before it did; [#rows()] is what is to be written then.
///
/// Used once, by one thread, inside the transaction of the commit. If it throws, the transaction must not be
/// committed.
public final class Batch {
    private final LineId line;
    private final Past past;
    private final Judge judge;
    private final Rules rules;
    private final Keyring keyring;

    private final LineRecord before;
    private final Map<Fingerprint, Counted> senders = new LinkedHashMap<>();
    private final Set<Fingerprint> identities = new HashSet<>();
    private final List<Rows.TextRow> texts = new ArrayList<>();
    private final Map<Long, Rows.ReplyRow> owed = new LinkedHashMap<>();
    private final List<Rows.CoverRow> covers = new ArrayList<>();
    private final Map<Long, ReplyStanding> moved = new LinkedHashMap<>();
    private final Map<Fingerprint, Boolean> optOuts = new HashMap<>();
    private final Tallies tallies = new Tallies();
    private final List<Rows.KeptRow> kept = new ArrayList<>();

    private final Guard guard;
    private final LongTexts longTexts;
    private final List<Arrival.News> unmatched = new ArrayList<>();

    /// A sender as the batch goes on.
    private static final class Counted {
        private SenderRecord record;
        private Instant firstAt;
        private Optional<ReplyStanding> lastReply;

        Counted(SenderRecord record, Instant firstAt, Optional<ReplyStanding> lastReply) {
            this.record = record;
            this.firstAt = firstAt;
            this.lastReply = lastReply;
        }
    }

    /// @param line every arrival is of this line
    /// @param past what is stored of it
    /// @param judge the policy
    /// @param keyring makes the fingerprints of opt-outs
    /// @param channel what all lines of its channel said
    public Batch(LineId line, Past past, Judge judge, Keyring keyring, ChannelTab channel) {
        this.line = line;
        this.past = past;
        this.judge = judge;
        this.rules = judge.rules(line);
        this.keyring = keyring;
        this.before = past.line();
        this.guard = new Guard(rules, before, channel);
        this.longTexts = new LongTexts(past, tallies);
    }

    /// Takes the next arrival.
    public Outcome take(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Text text when isRepeated(text) -> new Outcome.Repeated(text);
            case Arrival.Text text -> takeUnlessCopied(text);
            case Arrival.News news -> new Outcome.Noted(news, note(news));
        };
    }

    /// What is to be written.
    public Rows rows() {
        List<SenderRow> counted = new ArrayList<>(senders.size());
        senders.forEach((sender, it) -> counted.add(new SenderRow(sender, it.record, it.firstAt, it.lastReply)));
        LineRecord now = guard.line();
        Optional<LineRecord> changed = now.equals(before) ? Optional.empty() : Optional.of(now);
        Rows.LongTextRows ofLongTexts = longTexts.rows();
        return new Rows(
                line,
                changed,
                counted,
                texts,
                owed,
                covers,
                moved.values(),
                optOuts,
                tallies.sums(),
                guard.alerts(),
                ofLongTexts,
                kept,
                unmatched);
    }

    private boolean isRepeated(Arrival.Text text) {
        return text.identity()
                .map(identity -> !identities.add(identity) || past.took(identity))
                .orElse(false);
    }

    private Outcome takeUnlessCopied(Arrival.Text text) {
        return switch (text.content().isEmpty() ? Past.Copy.NONE : past.copy(text)) {
            case NONE -> text.inbound().isPiece() ? join(text) : decide(text);
            case TAKEN -> new Outcome.Repeated(text);
            case DOUBTFUL -> new Outcome.Doubtful(text);
        };
    }

    /// A long text is counted with the first of its segments that arrives.
    private Outcome join(Arrival.Text text) {
        return switch (longTexts.take(text, text.inbound().segment().orElseThrow())) {
            case FIRST -> decide(text);
            case LATER -> {
                keep(text);
                yield new Outcome.Joined(text);
            }
            case REPEATED -> new Outcome.Repeated(text);
        };
    }

    private Outcome decide(Arrival.Text text) {
        Counted sender = senders.computeIfAbsent(text.sender(), _ -> recall(text));
        SenderRecord remembered = standing(sender).rememberedAt(text.at(), memory());
        Keyword keyword = rules.keyword(text.inbound());
        boolean mayBeAnswered = Policy.refusal(text.inbound(), rules).isEmpty();
        Judge.Crowd crowd =
                mayBeAnswered ? judge.crowd(text, remembered.lastAt().isEmpty()) : Judge.Crowd.NOBODY;
        if (mayBeAnswered) {
            callBack(guard.note(text, remembered, keyword, crowd));
        }
        Standing.LastReply lastReply = lastReply(sender, remembered);
        Decision decision =
                judge.decide(text, new Standing(remembered, lastReply, guard.line(), guard.channel(), crowd.people()));

        heed(keyword, text, remembered);
        if (keyword == Keyword.STOP || decision instanceof Decision.Reply || isFlooding(decision, text)) {
            cancelWaiting(sender);
        }
        int replies = decision instanceof Decision.Reply reply ? spend(text, reply, lastReply) : 0;
        Optional<Owed> leaving = decision instanceof Decision.Reply reply ? owe(text, reply, sender) : Optional.empty();
        sender.firstAt = remembered.lastAt().isEmpty() ? text.at() : sender.firstAt;
        sender.record = remembered.after(replies, text.at()).heeding(keyword);
        int n = sender.record.texts();
        Rows.TextRow row = new Rows.TextRow(text, sender.record, decision);
        texts.add(row);
        cover(row);
        keep(text);
        tally(text, decision, remembered);
        raiseAtLimit(text, n, decision);
        return new Outcome.Decided(text, n, decision, leaving);
    }

    /// Replies that wait for others of a flood leave no more.
    private void callBack(Guard.CalledBack replies) {
        if (replies.isEmpty()) {
            return;
        }
        Map<Long, ReplyStanding> waiting = new HashMap<>();
        replies.since().ifPresent(since -> {
            past.waitingSince(since).forEach(reply -> waiting.put(reply.id(), asItStands(reply)));
            owed.values().stream()
                    .filter(row -> !row.at().isBefore(since))
                    .forEach(row -> waiting.put(row.id(), standing(row)));
        });
        replies.texts().forEach(text -> replyTo(text).ifPresent(reply -> waiting.put(text, reply)));
        waiting.values().removeIf(reply -> reply.state() != ReplyState.DUE);
        waiting.replaceAll((_, reply) -> move(reply, ReplyState.CANCELLED));
        for (Counted sender : senders.values()) {
            sender.lastReply = sender.lastReply.map(last -> waiting.getOrDefault(last.id(), last));
        }
    }

    private Optional<ReplyStanding> replyTo(long text) {
        Rows.ReplyRow row = owed.get(text);
        return row == null
                ? past.reply(new Receipt.Match.ByReply(text)).map(this::asItStands)
                : Optional.of(standing(row));
    }

    private static ReplyStanding standing(Rows.ReplyRow row) {
        return new ReplyStanding(row.id(), row.at(), row.state());
    }

    /// Whether a sender keeps texting beyond the limit in a flood: then not even the reply that waits is for them.
    private boolean isFlooding(Decision decision, Arrival.Text text) {
        return guard.isFlooded(text)
                && decision instanceof Decision.Silence(var reason, var _)
                && reason == Reason.SENDER_LIMIT;
    }

    private static Standing.LastReply lastReply(Counted sender, SenderRecord remembered) {
        return remembered.lastAt().isEmpty()
                ? Standing.LastReply.NONE
                : sender.lastReply
                        .map(reply -> new Standing.LastReply(Optional.of(reply.at()), reply.leftAt()))
                        .orElse(Standing.LastReply.NONE);
    }

    /// Takes what a reply costs.
    ///
    /// @return how many replies it is
    private int spend(Arrival.Text text, Decision.Reply reply, Standing.LastReply lastReply) {
        PhoneNumber to = numberOf(text.inbound().sender());
        Expense expense = guard.spend(text, reply, to, lastReply.decidedAt());
        if (expense.money() > 0) {
            tallies.add(Tally.MONEY, text.at(), expense.money());
        }
        return expense.replies();
    }

    private void cover(Rows.TextRow text) {
        if (text.decision() instanceof Decision.Reply reply && reply.cover().isPresent()) {
            Rows.ReplyRow covered = Objects.requireNonNull(owed.get(text.text().id()));
            covers.add(new Rows.CoverRow(
                    judge.coverId(), text, covered, reply.cover().get()));
        }
    }

    private Counted recall(Arrival.Text text) {
        return past.sender(text.sender())
                .map(row -> new Counted(row.record(), row.firstAt(), row.lastReply()))
                .orElseGet(() -> new Counted(stranger(text.inbound().sender()), text.at(), Optional.empty()));
    }

    /// Somebody of whom nothing is stored, but perhaps an old wish for silence.
    private SenderRecord stranger(Sender sender) {
        boolean silent = past.someWantSilence() && past.wantsSilence(keyring.optOut(sender));
        return silent ? SenderRecord.NEW.heeding(Keyword.STOP) : SenderRecord.NEW;
    }

    /// STOP and START take effect whatever is decided about answering them.
    private void heed(Keyword keyword, Arrival.Text text, SenderRecord remembered) {
        if (remembered.heeding(keyword).optedOut() != remembered.optedOut()) {
            optOuts.put(keyring.optOut(text.inbound().sender()), keyword == Keyword.STOP);
        }
    }

    /// A reply that waits gives way; one that is on its way cannot be called back.
    private void cancelWaiting(Counted sender) {
        sender.lastReply
                .filter(last -> last.state() == ReplyState.DUE)
                .ifPresent(last -> sender.lastReply = Optional.of(move(last, ReplyState.CANCELLED)));
    }

    /// @return the reply, if it leaves with this commit
    private Optional<Owed> owe(Arrival.Text text, Decision.Reply reply, Counted sender) {
        PhoneNumber from = rules.line().number();
        PhoneNumber to = numberOf(text.inbound().sender());
        boolean leaves = !reply.dueAt().isAfter(text.at()) && rules.letsRepliesLeave() && judge.leavesNow(line);
        ReplyState state = leaves ? ReplyState.SENDING : ReplyState.DUE;
        owed.put(text.id(), new Rows.ReplyRow(text.id(), text.at(), from, to, reply, state));
        sender.lastReply = Optional.of(new ReplyStanding(text.id(), text.at(), state));
        Outbound outbound = new Outbound(text.id(), line, from, to, reply.text());
        return leaves
                ? Optional.of(new Owed(outbound, text.at(), 0, reply.dueAt(), reply.expiresAt()))
                : Optional.empty();
    }

    private static PhoneNumber numberOf(Sender sender) {
        return switch (sender) {
            case Sender.Mobile(var number, var _) -> number;
            case Sender.OtherNumber(var number, var _) -> number;
            case Sender.ShortCode _, Sender.Named _, Sender.Withheld _ ->
                throw new IllegalStateException("a reply was decided for a sender without a number");
        };
    }

    /// What was written is dropped here, unless the line's keeper wants it kept.
    private void keep(Arrival.Text text) {
        Keep keep = rules.line().keep();
        if (!keep.isOn()) {
            return;
        }
        Optional<Segment> segment = text.inbound().isPiece() ? text.inbound().segment() : Optional.empty();
        kept.add(new Rows.KeptRow(
                segment.map(it -> longTexts.counted(text, it)).orElse(text.id()),
                segment.map(Segment::number).orElse(0),
                text.inbound().text(),
                keep.withNumbers() ? text.inbound().sender().address() : ""));
    }

    private void tally(Arrival.Text text, Decision decision, SenderRecord remembered) {
        tallies.add(Tally.TEXTS, text.at(), 1);
        tallies.add(Tally.of(country(text.inbound().sender())), text.at(), 1);
        if (remembered.lastAt().isEmpty()) {
            tallies.add(Tally.SENDERS, text.at(), 1);
        }
        if (guard.isFlooded(text) || isNeighbour(decision)) {
            tallies.add(Tally.RAID, text.at(), 1);
        }
        switch (decision) {
            case Decision.Reply reply -> {
                tallies.add(Tally.REPLIES, text.at(), reply.cover().isPresent() ? 2 : 1);
                tallies.add(Tally.SEGMENTS, text.at(), segments(reply));
            }
            case Decision.Silence(var reason, var _) -> tallies.add(Tally.of(reason), text.at(), 1);
        }
    }

    private static Country country(Sender sender) {
        return switch (sender) {
            case Sender.Mobile(var _, var country) -> country;
            case Sender.OtherNumber _, Sender.ShortCode _, Sender.Named _, Sender.Withheld _ -> Tally.OTHER_COUNTRY;
        };
    }

    private static boolean isNeighbour(Decision decision) {
        return decision instanceof Decision.Silence(var _, var hold)
                && hold.map(Hold::cause).filter(Hold.Cause.NEIGHBOURS::equals).isPresent();
    }

    private int segments(Decision.Reply reply) {
        return rules.segments(reply.text())
                + reply.cover().map(cover -> rules.segments(cover.text())).orElse(0);
    }

    /// The first text beyond the limit raises the one alert of this sender until they are forgotten.
    private void raiseAtLimit(Arrival.Text text, int n, Decision decision) {
        boolean first = n == rules.line().limits().textsPerSender() + 1;
        if (first && decision.equals(new Decision.Silence(Reason.SENDER_LIMIT))) {
            guard.beyondLimit(text);
        }
    }

    private boolean note(Arrival.News news) {
        Optional<ReplyStanding> found = past.reply(news.receipt().match()).map(this::asItStands);
        found.ifPresent(reply -> {
            ReplyState next = reply.state().after(news.receipt().state());
            if (next != reply.state()) {
                var _ = move(reply, next);
                guard.learnEnd(reply.state(), next);
            }
        });
        if (found.isEmpty()) {
            unmatched.add(news);
        }
        return found.isPresent();
    }

    private ReplyStanding move(ReplyStanding reply, ReplyState next) {
        tallies.move(reply, next);
        ReplyStanding now = reply.in(next);
        if (owed.computeIfPresent(reply.id(), (_, row) -> row.cancelled()) == null) {
            moved.put(reply.id(), now);
        }
        return now;
    }

    /// A stored reply with what this batch made of it.
    private ReplyStanding asItStands(ReplyStanding stored) {
        return moved.getOrDefault(stored.id(), stored);
    }

    /// The record of a sender, with what became of their last reply up to this moment.
    private SenderRecord standing(Counted sender) {
        SenderRecord record = sender.record;
        boolean pending = sender.lastReply
                .map(reply -> asItStands(reply).state().isPending())
                .orElse(false);
        return new SenderRecord(record.texts(), record.replies(), record.lastAt(), record.optedOut(), pending);
    }

    private Duration memory() {
        return rules.line().limits().memory();
    }
}
