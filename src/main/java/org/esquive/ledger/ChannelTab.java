package org.esquive.ledger;

import org.esquive.policy.Spending;

/// What all lines of a channel said, as a commit goes on: shared by the [Batch]es of its lines.
public final class ChannelTab {
    private final String channel;
    private final Spending before;
    private Spending now;

    /// @param before what was said when the commit began
    public ChannelTab(String channel, Spending before) {
        this.channel = channel;
        this.before = before;
        this.now = before;
    }

    /// The channel.
    public String channel() {
        return channel;
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
