package org.esquive.console;

import java.util.List;

/// What the page of decisions shows.
///
/// @param asked what the keeper wants to see
/// @param entries the texts, newest first
/// @param readable whether the ledger could be read
/// @param older the address of older texts; empty if there are none
/// @param newer the address of newer ones; empty if there are none
/// @param lookedTo how far it looked, if it found less than a page and did not look at everything; else empty
/// @param keeps what the line keeps of what is written to it; empty if nothing
/// @param limit how many texts of a sender the line answers
public record DecisionsView(
        Asked asked,
        List<EntryView> entries,
        boolean readable,
        String older,
        String newer,
        String lookedTo,
        String keeps,
        int limit) {

    static DecisionsView unreadable(Asked asked) {
        return new DecisionsView(asked, List.of(), false, "", "", "", "", 0);
    }

    /// Whether new texts appear on it: those that are filtered or of an older page stay as they are.
    public boolean isLive() {
        return asked.page().isFirst() && asked.to().isEmpty();
    }

    /// The address under which the same leaves as a file.
    public String export(String form) {
        String query = asked.from(Asked.Page.FIRST).query();
        return "/console/decisions/export?as=" + form + (query.isEmpty() ? "" : "&" + query);
    }
}
