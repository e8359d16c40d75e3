package org.esquive.intake;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.esquive.intake.Intake.Taken;
import org.esquive.ledger.Arrival;

/// Something on its way to the ledger, and who wants to know when it is there.
record Waiting(Arrival arrival, Consumer<Taken> answer) implements Intake.InQueue {
    private static final Logger LOG = System.getLogger(Waiting.class.getName());

    void answer(Taken taken) {
        guarded(answer, taken);
    }

    /// Tells somebody something; what they throw is logged and changes nothing.
    static <T> void guarded(Consumer<T> listener, T news) {
        try {
            listener.accept(news);
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "event=listener-failed", Bench.withoutMessage(mistake));
        }
    }
}
