package org.esquive.wiring;

import java.io.IOException;
import java.util.Optional;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.settings.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for requests of `esquive panic` in the data folder and fulfils them.
final class PanicDoor {
    private static final Logger LOG = LoggerFactory.getLogger(PanicDoor.class);

    /// Who changes the settings.
    static final String AUTHOR = "command";

    private final PanicRequest request;
    private final SettingsDesk desk;
    private String told = "";

    PanicDoor(PanicRequest request, SettingsDesk desk) {
        this.request = request;
        this.desk = desk;
    }

    /// A request that cannot be fulfilled now stays and is tried again, until whoever left it takes it back; one that
    /// cannot be read is none.
    void look() {
        if (!request.isThere()) {
            return;
        }
        try {
            Optional<Boolean> stop = request.read();
            if (stop.isPresent() && desk.panic(AUTHOR, stop.get()) instanceof Change.Made) {
                boolean _ = request.remove();
                LOG.warn("event=panic-request stop={} result=done", stop.get());
            }
            told = "";
        } catch (CannotStart | LedgerUnavailable | IOException failure) {
            tellOnce(String.valueOf(failure.getMessage()));
        }
    }

    private void tellOnce(String cause) {
        if (!cause.equals(told)) {
            LOG.error("event=panic-request result=not-done cause=\"{}\"", cause);
        }
        told = cause;
    }
}
