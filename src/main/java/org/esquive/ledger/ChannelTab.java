package org.esquive.ledger;

import org.esquive.message.LineId;
import org.esquive.policy.ChannelRules;
import org.esquive.policy.Spending;

/// What all lines of a channel said, as a commit goes on: shared by the [Batch]es of its lines.
public final class ChannelTab {
    private final String channel;
    private final LineId home;
    private final Spending before;
    private Spending now;

    /// @param rules of the channel
    /// @param before what was said when the commit began
    public ChannelTab(ChannelRules rules, Spending before) {
        this.channel = rules.id();
        this.home = rules.home();
        this.before = before;
        this.now = before;
    }

    /// The channel.
    public String channel() {
        return channel;
    }

    /// The line beside which it is kept.
    public LineId home() {
        return home;
    }

    /// What was said by now.
    public Spending spending() {
        return now;
    }

    /// Whether there is something to write.
    public boolean isChanged() {
        return now != before;
    }

    void set(Spending next) {
        now = next;
    }
}
