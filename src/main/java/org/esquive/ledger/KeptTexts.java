package org.esquive.ledger;

import java.util.Collection;
import java.util.Map;
import org.esquive.message.LineId;

/// What people wrote, on lines whose keeper wants it kept: apart from everything else that pages read, so that
/// only who asks for it has it. It is sealed where it is stored, and opened here.
public interface KeptTexts {

    /// What was kept of a text.
    ///
    /// @param words what was written, as far as it came
    /// @param sender the number or name it came from; empty if that is not kept
    record Kept(String words, String sender) {
        /// Without either.
        @Override
        public String toString() {
            return "Kept[***]";
        }
    }

    /// What was kept of some texts; of those that are not in the answer, nothing is.
    ///
    /// @param texts their ids, at most [Search#MOST]
    Map<Long, Kept> of(LineId line, Collection<Long> texts);
}
