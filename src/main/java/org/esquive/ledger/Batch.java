package org.esquive.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Segments;
import org.esquive.message.Sender;
import org.esquive.policy.Decision;
import org.esquive.policy.Keyword;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Reason;
import org.esquive.policy.SenderRecord;
import org.esquive.policy.Standing;

/// Works out what a commit does to one line: the same for every database, and without any of them. Arrivals are
/// taken in order, and each sees what those before it did; [#rows()] is what is to be written then.
///
/// Used once, by one thread, inside the transaction of the commit. If it throws, the transaction must not be
/// committed.
public final class Batch {
    private final LineId line;
    private final Past past;
    private final Judge judge;
    private final Keyring keyring;

    private final LineRecord before;
    private LineRecord said;
    private final Map<Fingerprint, Counted> senders = new LinkedHashMap<>();
    private final Set<Fingerprint> identities = new HashSet<>();
    private final List<Rows.TextRow> texts = new ArrayList<>();
    private final Map<Long, Rows.ReplyRow> owed = new LinkedHashMap<>();
    private final Map<Long, ReplyStanding> moved = new LinkedHashMap<>();
    private final Map<Fingerprint, Boolean> optOuts = new HashMap<>();
    private final Tallies tallies = new Tallies();

    /// Lines say the same few texts again and again.
    private final Map<String, Integer> segments = new HashMap<>();

    private final List<Figures.Alert> alerts = new ArrayList<>();
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
    public Batch(LineId line, Past past, Judge judge, Keyring keyring) {
        this.line = line;
        this.past = past;
        this.judge = judge;
        this.keyring = keyring;
        this.before = past.line();
        this.said = before;
        this.longTexts = new LongTexts(past, tallies);
    }

    /// Takes the next arrival.
    public Outcome take(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Text text when isRepeated(text) -> new Outcome.Repeated(text);
            case Arrival.Text text when text.inbound().isPiece() -> join(text);
            case Arrival.Text text -> decide(text);
            case Arrival.News news -> new Outcome.Noted(news, note(news));
        };
    }

    /// What is to be written.
    public Rows rows() {
        List<SenderRow> counted = new ArrayList<>(senders.size());
        senders.forEach((sender, now) -> counted.add(new SenderRow(sender, now.record, now.firstAt, now.lastReply)));
        Optional<LineRecord> changed = said.equals(before) ? Optional.empty() : Optional.of(said);
        Rows.LongTextRows ofLongTexts = longTexts.rows();
        return new Rows(
                line,
                changed,
                counted,
                texts,
                owed,
                moved.values(),
                optOuts,
                tallies.sums(),
                alerts,
                ofLongTexts,
                unmatched);
    }

    private boolean isRepeated(Arrival.Text text) {
        return text.identity()
                .map(identity -> !identities.add(identity) || past.took(identity))
                .orElse(false);
    }

    /// A long text is counted with the first of its segments that arrives.
    private Outcome join(Arrival.Text text) {
        return switch (longTexts.take(text, text.inbound().segment().orElseThrow())) {
            case FIRST -> decide(text);
            case LATER -> new Outcome.Joined(text);
            case REPEATED -> new Outcome.Repeated(text);
        };
    }

    private Outcome decide(Arrival.Text text) {
        Counted sender = senders.computeIfAbsent(text.sender(), _ -> recall(text));
        SenderRecord remembered = standing(sender).rememberedAt(text.at(), memory());
        Decision decision = judge.decide(text, new Standing(remembered, said));
        Keyword keyword = judge.rules(line).keyword(text.inbound());

        heed(keyword, text, remembered);
        if (keyword == Keyword.STOP || decision instanceof Decision.Reply) {
            cancelWaiting(sender);
        }
        Optional<Owed> leaving = decision instanceof Decision.Reply reply ? owe(text, reply, sender) : Optional.empty();
        sender.firstAt = remembered.lastAt().isEmpty() ? text.at() : sender.firstAt;
        sender.record = remembered.after(decision, text.at()).heeding(keyword);
        int n = sender.record.texts();
        texts.add(new Rows.TextRow(text, sender.record, decision));
        tally(text, decision, remembered);
        raiseAtLimit(text, n, decision);
        return new Outcome.Decided(text, n, decision, leaving);
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
        PhoneNumber from = judge.rules(line).line().number();
        PhoneNumber to = numberOf(text.inbound().sender());
        boolean leaves = !reply.dueAt().isAfter(text.at()) && judge.leavesNow(line);
        ReplyState state = leaves ? ReplyState.SENDING : ReplyState.DUE;
        owed.put(text.id(), new Rows.ReplyRow(text.id(), text.at(), from, to, reply, state));
        sender.lastReply = Optional.of(new ReplyStanding(text.id(), text.at(), state));
        said = said.after(
                reply, LocalDate.ofInstant(text.at(), judge.rules(line).line().zone()));
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

    private void tally(Arrival.Text text, Decision decision, SenderRecord remembered) {
        tallies.add(Tally.TEXTS, text.at(), 1);
        if (remembered.lastAt().isEmpty()) {
            tallies.add(Tally.SENDERS, text.at(), 1);
        }
        switch (decision) {
            case Decision.Reply reply -> {
                tallies.add(Tally.REPLIES, text.at(), 1);
                tallies.add(Tally.SEGMENTS, text.at(), segments.computeIfAbsent(reply.text(), Batch::segments));
            }
            case Decision.Silence(var reason) -> tallies.add(Tally.of(reason), text.at(), 1);
        }
    }

    private static int segments(String text) {
        return Segments.of(text).count();
    }

    /// The first text beyond the limit raises the one alert of this sender until they are forgotten.
    private void raiseAtLimit(Arrival.Text text, int n, Decision decision) {
        boolean first = n == judge.rules(line).line().limits().textsPerSender() + 1;
        if (first && decision.equals(new Decision.Silence(Reason.SENDER_LIMIT))) {
            alerts.add(new Figures.Alert(text.id(), line, text.at(), Figures.SENDER_LIMIT, Optional.of(text.sender())));
        }
    }

    private boolean note(Arrival.News news) {
        Optional<ReplyStanding> found = past.reply(news.receipt().match()).map(this::asItStands);
        found.ifPresent(reply -> {
            ReplyState next = reply.state().after(news.receipt().state());
            if (next != reply.state()) {
                move(reply, next);
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
        return judge.rules(line).line().limits().memory();
    }
}
