package org.esquive.ledger;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.esquive.message.Fingerprint;
import org.esquive.policy.Reason;

/// A look for texts of a line, from one end of a range towards the other.
///
/// It looks through [#LOOKED_THROUGH] texts at the most, however rare what it looks for, and says how far it
/// came: so it
/// takes the same short time on a thousand texts and on a million.
///
/// @param only which texts
/// @param range where they are
/// @param newestFirst from which end
/// @param most how many are wanted, 1 to [#MOST]
public record Search(Only only, Range range, boolean newestFirst, int most) {
    /// The most that is found at once.
    public static final int MOST = 1_000;

    /// The most that is looked through at once.
    public static final int LOOKED_THROUGH = 50_000;

    /// @throws IllegalArgumentException if none or too many are wanted
    public Search {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("expected to look for 1 to 1000 texts");
        }
    }

    /// Which texts are meant; what is empty is not asked for.
    ///
    /// @param answered whether they were answered
    /// @param reason why they were not
    /// @param state where their reply stands
    /// @param sender whose they are
    public record Only(
            Optional<Boolean> answered, Optional<Reason> reason, Optional<ReplyState> state, Optional<Whose> sender) {
        /// All of them.
        public static final Only ALL = new Only(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Senders whose fingerprints begin alike.
    ///
    /// @param first the lowest such fingerprint
    /// @param last the highest
    public record Whose(Fingerprint first, Fingerprint last) {
        private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{8,32}");
        private static final int DIGITS = 2 * Fingerprint.LENGTH;

        /// By the first hexadecimal digits of a fingerprint, such as those a page shows; none if it is nothing
        /// of that kind.
        public static Optional<Whose> beginning(String digits) {
            return Optional.of(digits)
                    .filter(BEGINNING.asMatchPredicate())
                    .map(word -> new Whose(filled(word, "0"), filled(word, "f")));
        }

        private static Fingerprint filled(String digits, String digit) {
            return Fingerprint.of(HexFormat.of().parseHex(digits + digit.repeat(DIGITS - digits.length())));
        }
    }

    /// Texts between two ids.
    ///
    /// @param after the id below the first
    /// @param before the id above the last
    public record Range(long after, long before) {
        /// All of them.
        public static final Range ALL = new Range(-1, Long.MAX_VALUE);
    }

    /// What was found.
    ///
    /// @param entries in the order of the search
    /// @param on where to look on: the id of the last text that was looked at, if there are more behind it
    public record Found(List<Figures.Entry> entries, Optional<Long> on) {
        public Found {
            entries = List.copyOf(entries);
        }
    }
}
