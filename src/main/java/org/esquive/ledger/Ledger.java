package org.esquive.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.settings.Line;

/// The record of texts, decisions and replies. Every method is one transaction, durable when it returns; each may
/// be called from any thread. A database that cannot be read or written is a [LedgerUnavailable].
///
/// The contract is `LedgerContract` in the tests: each implementation passes the same suite.
public interface Ledger extends Books {

    /// Takes a batch: counts each text, asks the judge for its decision in the order of the batch, writes texts,
    /// counters, decisions and replies owed, and settles the replies that receipts speak of. All of it or
    /// nothing.
    ///
    /// A text whose identity was seen before is a [Outcome.Repeated]: not counted, not decided.
    ///
    /// @param batch 1 to 1,024 arrivals, of any lines
    /// @return one outcome an arrival, in order
    List<Outcome> commit(List<Arrival> batch, Judge judge);

    /// How many texts are worth a commit of their own: whoever has a batch of several lines commits it line by
    /// line, with so many texts each time or a few more; a line is never split.
    ///
    /// One commit is cheapest where nobody else commits. Where several nodes do, a commit of few lines keeps the
    /// others waiting for less; and where lines lie on many machines, each line is the affair of one of them.
    ///
    /// @return 1 or more
    default int textsWorthACommit() {
        return Integer.MAX_VALUE;
    }

    /// Takes replies that are due and not expired and marks them SENDING: from here on nobody else sends them,
    /// and no crash makes them due again. Those that are expired become EXPIRED.
    ///
    /// @param most how many at the most, 1 to 1,024
    /// @return the earliest due first
    List<Owed> claim(LineId line, Instant now, int most);

    /// Writes what became of replies that were claimed. A reply that a receipt settled meanwhile keeps what the
    /// receipt said.
    void settle(List<Settlement> settlements);

    /// When the earliest waiting reply of a line is due, if one waits.
    Optional<Instant> nextDue(LineId line);

    /// Which of some lines have a reply that is due, whoever decided it.
    default Set<LineId> due(Set<LineId> lines, Instant now) {
        return lines.stream()
                .filter(line -> nextDue(line).filter(due -> !due.isAfter(now)).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Turns what was left SENDING by a crash into UNKNOWN. Called once, at start, before anything is claimed.
    ///
    /// @return how many
    int abandonSending(Instant now);

    /// How long tallies are kept by the hour; older ones are added up to one a day of the line's zone, so that
    /// pages add up
    /// years as quickly as weeks.
    Duration HOURS_KEPT = Duration.ofDays(100);

    /// Forgets senders whose memory is over, texts and final replies as old, and what was kept of people's
    /// words longer than the line keeps it; adds up old tallies. All of it in steps that do not hold others up.
    ///
    /// @return how many rows went
    int forget(Line line, Instant now);

    /// What is remembered of a text that came without an identity.
    ///
    /// @param content see [Arrival.Text#content()]
    /// @param at when it was received
    record Recent(Fingerprint content, Instant at) {}

    /// The contents of the latest texts and segments of all lines. Walks through that many texts a line: for a
    /// start, not for each text.
    ///
    /// @param since what was received before is left out
    /// @param most how many at the most
    /// @return the oldest first
    List<Recent> recent(Instant since, int most);

    /// What the pages show.
    Figures figures();

    /// What people wrote, where keepers want it kept.
    KeptTexts kept();

    /// The alerts, and who was told of them.
    AlertBook alerts();

    /// The processes that share the database.
    default Nodes nodes() {
        return Nodes.ALONE;
    }
}
