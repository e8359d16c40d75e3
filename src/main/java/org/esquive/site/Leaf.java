package org.esquive.site;

import java.util.Locale;

/// A kind of page that the public sees. Its template has the same name.
enum Leaf {
    /// The number, and what to know before giving it.
    PAGE,
    /// Cards and a poster.
    PRINT,
    /// What the page knows of its visitors.
    PRIVACY,
    /// The number, small, inside a page of somebody else.
    EMBED;

    String template() {
        return "site/" + name().toLowerCase(Locale.ROOT);
    }
}
