package org.esquive.console.door;

import org.esquive.ledger.Sessions.Session;

/// A session, for a page.
///
/// @param key what names it
/// @param browser what it is, in a word or two; may be empty
/// @param since when it began
/// @param seen when it was last seen
/// @param here whether it is the one that the page is shown in
public record SessionView(String key, String browser, String since, String seen, boolean here) {

    static SessionView of(Session session, Keeper looking, Moments moments) {
        return new SessionView(
                session.key(),
                session.browser(),
                moments.of(session.since()),
                moments.of(session.seen()),
                session.key().equals(looking.session()));
    }
}
