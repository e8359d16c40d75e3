package org.esquive.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Judge.Crowd;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;

/// Counts people whose numbers lie beside each other: a forger takes numbers in a row, people do not.
///
/// It knows the blocks of 1,000 numbers from which somebody texted a line for the first time within the last ten
/// minutes, at most [#MOST_BLOCKS] of them; the one that was quiet for longest gives way. It is in memory alone:
/// a restart forgets ten minutes, and each node sees what it takes. Used by the committing thread, and by the
/// caller's in a rehearsal, one at a time.
final class Neighbourhood {
    /// Most blocks that are known: some 3 MB at the worst.
    static final int MOST_BLOCKS = 4_096;

    /// A block that was quiet for so long is forgotten.
    static final Duration MEMORY = Duration.ofMinutes(10);

    /// Texts of a block that are remembered, for their replies to be called back: more people make it a row.
    private static final int MOST_TEXTS = 16;

    private static final int BLOCK = 1_000;

    private final Map<Key, Block> blocks = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Block> eldest) {
            return size() > MOST_BLOCKS;
        }
    };

    /// A block of numbers, as one line sees it.
    private record Key(LineId line, long block) {}

    /// Who came from a block.
    private static final class Block {
        private Instant lastAt = Instant.EPOCH;
        private int people;
        private final List<Long> texts = new ArrayList<>(2);
    }

    /// The people of the sender's block, this one included.
    ///
    /// @param newcomer whether the sender is one more
    synchronized Crowd crowd(PhoneNumber number, Arrival.Text text, boolean newcomer) {
        Key key = new Key(text.line(), blockOf(number));
        Block block = newcomer ? blocks.computeIfAbsent(key, _ -> new Block()) : blocks.get(key);
        if (block == null) {
            return Crowd.NOBODY;
        }
        if (text.at().isAfter(block.lastAt.plus(MEMORY))) {
            block.people = 0;
            block.texts.clear();
        }
        if (newcomer) {
            block.lastAt = text.at().isAfter(block.lastAt) ? text.at() : block.lastAt;
            block.people++;
            if (block.texts.size() < MOST_TEXTS) {
                block.texts.add(text.id());
            }
        }
        return new Crowd(block.people, block.texts);
    }

    /// How many blocks are known.
    synchronized int blocks() {
        return blocks.size();
    }

    private static long blockOf(PhoneNumber number) {
        return Long.parseLong(number.e164(), 1, number.e164().length(), 10) / BLOCK;
    }
}
