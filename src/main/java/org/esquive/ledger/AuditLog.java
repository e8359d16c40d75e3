package org.esquive.ledger;

import java.time.Instant;
import java.util.List;

/// What keepers did, in the order in which they did it. It is only ever added to: no method changes or removes an
/// entry,
/// and the database refuses to. Each method is one transaction, durable when it returns.
public interface AuditLog {
    /// The most that is read at once.
    int MOST = 1_000;

    /// Something a keeper did.
    ///
    /// @param place rises with each entry
    /// @param at when
    /// @param who the name they sign in with, or the way they came: `command`, `file`
    /// @param deed what they did
    /// @param about what they did it to, in a word or two: a version, a name, a line; no number, no secret
    record Entry(long place, Instant at, String who, Deed deed, String about) {}

    /// Adds an entry.
    void append(Instant at, String who, Deed deed, String about);

    /// The entries before a place, the last written first.
    ///
    /// @param before `Long.MAX_VALUE` for the end
    /// @param most 1 to [#MOST]
    List<Entry> latest(long before, int most);
}
