package org.esquive.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The browsers that are signed in. Each method is one transaction, durable when it returns; every node of a
/// database sees the
/// same ones, and they outlive the program.
public interface Sessions {
    /// The most that somebody can have; the one not seen for longest gives way.
    int MOST = 50;

    /// A browser that is signed in.
    ///
    /// @param key the SHA-256 of its token, in hexadecimal digits; the token itself is known to the browser alone
    /// @param person who signed in
    /// @param since when
    /// @param seen when it was last seen, give or take a minute
    /// @param browser what it is, in a word or two
    record Session(String key, String person, Instant since, Instant seen, String browser) {}

    /// A session with what whoever has it may do now.
    record Visit(Session session, Person.Role role) {}

    /// Begins a session.
    void open(Session session);

    /// A session by its key, however old; none if its person is gone.
    Optional<Visit> find(String key);

    /// The sessions of somebody, the one seen last first.
    List<Session> of(String person);

    /// Notes that a session was seen.
    void touch(String key, Instant seen);

    /// Ends a session.
    ///
    /// @return whether there was one of that person under that key
    boolean end(String person, String key);

    /// Ends all sessions of somebody but one.
    ///
    /// @param kept its key; empty for none
    /// @return how many
    int endAll(String person, String kept);

    /// Forgets sessions that are over.
    ///
    /// @param seenBefore those not seen since then
    /// @param begunBefore those begun before then
    void forget(Instant seenBefore, Instant begunBefore);
}
