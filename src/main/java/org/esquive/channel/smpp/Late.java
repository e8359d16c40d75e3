package org.esquive.channel.smpp;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.esquive.message.Outbound;

/// Replies that were reported as unknown because their answer did not come in time: it may come yet. Each is
/// remembered for [#MEMORY], and no more than [#MOST] of them. Safe for any thread; time is an argument, in
/// nanoseconds.
final class Late {
    static final Duration MEMORY = Duration.ofMinutes(10);
    static final int MOST = 10_000;

    private final Map<Integer, Entry> entries = new LinkedHashMap<>();

    private record Entry(Outbound outbound, boolean whole, boolean untouched, long since) {}

    /// What a late answer is about.
    ///
    /// @param outbound the reply
    /// @param whole whether all of it is taken if this answer says yes
    /// @param untouched whether none of it is taken if this answer says no
    record Found(Outbound outbound, boolean whole, boolean untouched) {}

    synchronized void add(int sequence, Submission submission, long now) {
        forget(now);
        entries.put(sequence, new Entry(submission.outbound(), submission.isLast(), submission.isUntouched(), now));
        if (entries.size() > MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    synchronized Optional<Found> take(int sequence) {
        return Optional.ofNullable(entries.remove(sequence))
                .map(entry -> new Found(entry.outbound(), entry.whole(), entry.untouched()));
    }

    private void forget(long now) {
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext() && now - oldest.next().since() > MEMORY.toNanos()) {
            oldest.remove();
        }
    }
}
