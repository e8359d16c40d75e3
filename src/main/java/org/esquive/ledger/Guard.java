package org.esquive.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.esquive.message.PhoneNumber;
import org.esquive.policy.Budget;
import org.esquive.policy.Decision;
import org.esquive.policy.Expense;
import org.esquive.policy.Flood;
import org.esquive.policy.Keyword;
import org.esquive.policy.LineRecord;
import org.esquive.policy.Policy;
import org.esquive.policy.Rules;
import org.esquive.policy.SenderRecord;
import org.esquive.policy.Spending;
import org.esquive.settings.FloodLimits;

/// What a batch makes of the protection of its line: what came in, what was said, and the alerts that both raise.
final class Guard {
    private final Rules rules;
    private final ChannelTab channel;
    private final Raised raised;
    private LineRecord line;

    /// @param before what was remembered of the line when the commit began
    /// @param channel what all lines of its channel said
    Guard(Rules rules, LineRecord before, ChannelTab channel) {
        this.rules = rules;
        this.line = before;
        this.channel = channel;
        this.raised = new Raised(rules.line().id());
    }

    /// Replies that are to leave no more.
    ///
    /// @param since of all texts from this moment on
    /// @param texts of these texts
    record CalledBack(Optional<Instant> since, List<Long> texts) {
        static final CalledBack NONE = new CalledBack(Optional.empty(), List.of());

        boolean isEmpty() {
            return since.isEmpty() && texts.isEmpty();
        }
    }

    /// What is remembered of the line by now.
    LineRecord line() {
        return line;
    }

    /// What all lines of the channel said by now.
    Spending channel() {
        return channel.spending();
    }

    List<Figures.Alert> alerts() {
        return raised.alerts();
    }

    /// Whether the line is in flood, of whichever kind.
    boolean isFlooded(Arrival.Text text) {
        return line.flood().isOn(text.at());
    }

    /// The first text of a sender beyond the limit.
    void beyondLimit(Arrival.Text text) {
        raised.senderLimit(text);
    }

    /// Takes note of a text that may be answered, before it is decided: the text that makes a flood is part of it.
    ///
    /// @param sender what is remembered of its sender
    /// @param crowd whose numbers lie beside the sender's
    /// @return the replies that wait for others of the flood which it makes, if it makes one
    CalledBack note(Arrival.Text text, SenderRecord sender, Keyword keyword, Judge.Crowd crowd) {
        LineRecord was = line;
        boolean newcomer = sender.lastAt().isEmpty();
        FloodLimits limits = rules.line().limits().flood();
        Flood.Coming coming = new Flood.Coming(text.at(), newcomer, sender.lastAt());
        line = was.noting(coming, rules.line(), keyword, sender.replies() > 0);
        raised.compare(was, line, text);
        boolean stops = line.flood().stops(text.at()) && !was.flood().stops(text.at());
        boolean inARow = newcomer && limits.neighbours() > 0 && crowd.people() == limits.neighbours() + 1;
        if (inARow && !line.flood().stops(text.at())) {
            raised.neighbours(crowd.people(), text);
        }
        return stops || inARow
                ? new CalledBack(
                        stops ? Optional.of(line.flood().onset()) : Optional.empty(),
                        inARow ? List.copyOf(crowd.texts()) : List.of())
                : CalledBack.NONE;
    }

    /// Takes what a reply costs from the budgets of line and channel.
    ///
    /// @param lastReply when a reply to the same person was decided before, if one was
    /// @return what it costs
    Expense spend(Arrival.Text text, Decision.Reply reply, PhoneNumber to, Optional<Instant> lastReply) {
        Expense expense = Policy.expense(reply, to, lastReply, rules);
        Spending ofLine = line.spending();
        Spending ofChannel = channel.spending();
        line = line.after(expense, rules, text.at());
        Budget after = rules.channel().budget(ofChannel).after(expense, text.at());
        channel.set(after.spending());
        raised.crossed(rules.budget(line.spending()).crossings(ofLine, text.at()), text);
        raised.crossed(after.crossings(ofChannel, text.at()), text);
        return expense;
    }

    /// Learns the first news of whether a reply arrived.
    void learnEnd(ReplyState was, ReplyState now) {
        boolean failed = now == ReplyState.FAILED;
        boolean arrived = now == ReplyState.DELIVERED && was != ReplyState.FAILED;
        if (failed || arrived) {
            line = line.afterEnd(1, failed ? 1 : 0);
        }
    }
}
