package org.esquive.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.esquive.ledger.AlertKind;

/// Sees that the disk is nearly full, while there is still room to say so.
final class DiskSense implements Sense {
    /// Less room is little, in bytes.
    static final long LITTLE = 500_000_000;

    /// Less of a hundred is little.
    private static final int SHARE = 5;

    /// Once it was said, there must be a fifth more before it is over.
    private static final long ENOUGH = 120;

    private final Outlook outlook;
    private final Latch<String> low = new Latch<>(Duration.ZERO);

    DiskSense(Outlook outlook) {
        this.outlook = outlook;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public List<Sighting> look(Glance glance) {
        Outlook.Room room = outlook.disk();
        long least = Math.max(LITTLE, room.total() / 100 * SHARE);
        boolean isLow = room.free() < (low.isSaid("") ? least / 100 * ENOUGH : least);
        return low.note("", isLow, glance.steady()) == Latch.Change.BEGAN
                ? glance.ofAll(AlertKind.DISK_LOW, Map.of("free", String.valueOf(room.free() / 1_000_000)))
                : List.of();
    }
}
