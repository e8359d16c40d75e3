package org.esquive.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.esquive.settings.Settings;
import org.esquive.site.PublicFigures.Seen;
import org.jspecify.annotations.Nullable;

/// The pages that were written, so that a request costs a look and not a page. A page is written again as soon as
/// the settings or what was read of the ledger are others: at once, or within a minute.
final class Shelf {
    /// Pages that are kept, of some 20 kB each. A full shelf is emptied: what is asked for often is back at once.
    private static final int MOST = 256;

    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    /// Names a page. Each part is one of ours, so that no request can make up another.
    ///
    /// @param line the id of the line; empty for a page of none
    record Key(Leaf leaf, String line, Language language) {}

    /// What a page was made of, told apart by identity: both are replaced as a whole.
    record Made(Settings of, Seen and) {
        @SuppressWarnings("ReferenceEquality") // comparing whole settings at each request would cost more than the page
        boolean isStill(Made now) {
            return of == now.of && and == now.and;
        }
    }

    private record Kept(Made made, Sheet sheet) {}

    /// The page of that name, written now if it is not there.
    Sheet get(Key key, Made now, Supplier<byte[]> writer) {
        @Nullable Kept known = kept.get(key);
        if (known != null && known.made().isStill(now)) {
            return known.sheet();
        }
        if (known == null && kept.size() >= MOST) {
            kept.clear();
        }
        return kept.compute(
                        key,
                        (_, old) ->
                                old != null && old.made().isStill(now) ? old : new Kept(now, Sheet.of(writer.get())))
                .sheet();
    }
}
