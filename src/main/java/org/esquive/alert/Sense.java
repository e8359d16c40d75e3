package org.esquive.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.message.LineId;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;

/// Looks for one kind of condition. What it finds it says once, until it is over; a sense is asked by one thread,
/// again and again.
interface Sense {

    /// How long to wait between two looks.
    Duration every();

    /// What began or ended since the last look.
    ///
    /// @throws org.esquive.ledger.LedgerUnavailable if the ledger cannot be read; the next look makes up for it
    List<Sighting> look(Glance glance);

    /// The world at a look.
    ///
    /// @param settings what keepers decided
    /// @param now the time of day
    /// @param steady a moment of the clock that never jumps
    record Glance(Settings settings, Instant now, Instant steady) {

        /// Whose alert it is when it concerns all lines: that of the first line, if there is one.
        Optional<LineId> anyLine() {
            return settings.lines().stream().map(Line::id).findFirst();
        }

        /// A sighting that concerns all lines; none while there is no line.
        List<Sighting> ofAll(AlertKind kind, Map<String, String> facts) {
            return anyLine().map(line -> new Sighting(line, kind, facts)).stream()
                    .toList();
        }
    }

    /// Something that began or ended.
    record Sighting(LineId line, AlertKind kind, Map<String, String> facts) {

        /// The alert that says so.
        Figures.Alert alert(long id, Instant at) {
            return new Figures.Alert(id, line, at, kind, Optional.empty(), facts);
        }
    }
}
