package org.esquive.api.hook;

import java.util.function.Supplier;
import org.esquive.api.Steering;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.Chronicle;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ledger;
import org.esquive.settings.Settings;

/// Where events are read.
///
/// @param steering what keepers decided, as it is now
record Sources(Steering steering, Figures figures, AlertBook alerts, Chronicle chronicle) {

    static Sources of(Ledger ledger, Steering steering) {
        return new Sources(
                steering, ledger.figures(), ledger.alerts(), ledger.office().chronicle());
    }

    Supplier<Settings> settings() {
        return steering::current;
    }
}
