package org.esquive.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.esquive.message.Fingerprint;
import org.esquive.message.Receipt;
import org.esquive.policy.LineRecord;

/// What is stored of one line when a commit begins: all that a [Batch] asks. It reads within the transaction of
/// the commit, each row at most once; whether it fetches them one by one or ahead is the affair of the database.
public interface Past {

    /// What the line has said, [LineRecord#NEW] if nothing yet.
    LineRecord line();

    /// A sender who is remembered, whether or not their memory is over.
    Optional<SenderRow> sender(Fingerprint sender);

    /// Whether anybody ever wanted silence: if not, nobody needs to be looked for.
    boolean someWantSilence();

    /// Whether somebody wanted silence; asked only for senders of whom nothing else is stored.
    ///
    /// @param optOut made by [Keyring#optOut]
    boolean wantsSilence(Fingerprint optOut);

    /// Whether a text of that identity was taken before.
    boolean took(Fingerprint identity);

    /// What is known of a text without an identity beside what the intake of this node remembers; asked only for
    /// such.
    default Copy copy(Arrival.Text text) {
        return Copy.NONE;
    }

    /// Whether a text was taken before, as far as the database and the other nodes can tell.
    enum Copy {
        /// It was not, or it is a second text with the same words.
        NONE,
        /// It was: the node that took it lost its link or its life before the network heard of it.
        TAKEN,
        /// Nobody knows yet: another node took a text like this one, and has not said since whether its link holds.
        DOUBTFUL
    }

    /// The long texts remembered of a sender, at most [LongText#MOST_PER_SENDER]; asked only for senders of segments.
    List<LongText> longTexts(Fingerprint sender);

    /// How many long texts are remembered of the line; asked only if one more is to be.
    int longTexts();

    /// The oldest of them.
    ///
    /// @param most how many at the most
    List<LongText> oldestLongTexts(int most);

    /// The reply that a receipt speaks of.
    Optional<ReplyStanding> reply(Receipt.Match match);

    /// The replies of a line that wait and whose text came at or after a moment; asked only when a flood begins.
    List<ReplyStanding> waitingSince(Instant moment);
}
