package org.esquive.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.policy.Decision;
import org.esquive.policy.LineRecord;
import org.esquive.policy.SenderRecord;

/// Everything a batch changes on one line, to be written in the transaction it was worked out in: one row a
/// distinct sender, a text, a reply and a tally, however large the batch.
///
/// @param line the line
/// @param said what the line has said, if the batch changed it
/// @param senders rows to insert or replace
/// @param texts rows to insert, rising by id
/// @param replies the replies among them, by the text they answer
/// @param covers rows to insert, beside those of the texts
/// @param moved replies stored before that are final now: their new state is written, number and words are wiped
/// @param optOuts wishes by [Keyring#optOut]: true to remember, false to drop
/// @param tallies what to add
/// @param alerts rows to insert
/// @param longTexts what is remembered of long texts
/// @param kept what keepers want to read later, rows to insert
/// @param unmatched receipts by an id of the network that no reply has yet
public record Rows(
        LineId line,
        Optional<LineRecord> said,
        Collection<SenderRow> senders,
        List<TextRow> texts,
        Map<Long, ReplyRow> replies,
        List<CoverRow> covers,
        Collection<ReplyStanding> moved,
        Map<Fingerprint, Boolean> optOuts,
        Map<Tally, Long> tallies,
        List<Figures.Alert> alerts,
        LongTextRows longTexts,
        List<KeptRow> kept,
        List<Arrival.News> unmatched) {

    /// A text with its decision; its words are not stored.
    ///
    /// @param text the text
    /// @param sender how its sender stands after it
    /// @param decision what becomes of it
    public record TextRow(Arrival.Text text, SenderRecord sender, Decision decision) {}

    /// A cover that leaves before the reply to a text.
    ///
    /// @param id the cover
    /// @param text the row of the text it belongs to
    /// @param reply the reply that it covers
    /// @param cover its words and when it is due
    public record CoverRow(long id, TextRow text, ReplyRow reply, Decision.Cover cover) {}

    /// What somebody wrote, to be sealed.
    ///
    /// @param text the text it was counted as
    /// @param piece which segment of it; 0 of a text that came whole
    /// @param words what was written
    /// @param sender the number or name it came from; empty if that is not kept
    public record KeptRow(long text, int piece, String words, String sender) {
        /// Without words and sender.
        @Override
        public String toString() {
            return "KeptRow[text=%s, piece=%s]".formatted(text, piece);
        }
    }

    /// What is remembered of long texts.
    ///
    /// @param kept rows to insert or replace
    /// @param dropped rows to delete; none of them is kept
    public record LongTextRows(Collection<LongText> kept, Collection<LongText.Key> dropped) {}

    /// A reply owed, or cancelled by a later text of the same batch; such a one is stored without number and
    /// words.
    ///
    /// @param id the text it answers
    /// @param at when that text was received
    /// @param from the number of the line
    /// @param to the number of the sender, to be sealed
    /// @param reply what was decided
    /// @param state DUE, SENDING or CANCELLED
    public record ReplyRow(
            long id, Instant at, PhoneNumber from, PhoneNumber to, Decision.Reply reply, ReplyState state) {

        ReplyRow cancelled() {
            return new ReplyRow(id, at, from, to, reply, ReplyState.CANCELLED);
        }
    }
}
