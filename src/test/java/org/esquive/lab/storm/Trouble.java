package org.esquive.lab.storm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.esquive.lab.checker.Check;
import org.esquive.lab.checker.Verdict;
import org.esquive.lab.smsc.Carrier;
import org.esquive.lab.smsc.History;
import org.esquive.lab.smsc.Script;
import org.esquive.lab.smsc.Smsc;

/// The product's parts and a carrier in one process, for what happens to a link rather than to the process. Texts are
/// offered, trouble is made, and [#verdict()] has it judged.
final class Trouble implements AutoCloseable {
    private static final int PER_SECOND = 1_000;
    private static final int WINDOW = 20;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(1_500);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(1);

    final Script script = new Script();
    final History history;
    final Carrier carrier;
    final Smsc smsc;
    private final Path folder;
    private final Texts texts;
    private final Subject subject;

    /// @param texts what is offered
    /// @param options of the channel
    Trouble(Path folder, Texts texts, Map<String, String> options) {
        this.folder = folder;
        this.texts = texts;
        history = new History(folder.resolve("history.jsonl"));
        carrier = new Carrier(script, history, PER_SECOND, WINDOW);
        smsc = new Smsc(0, carrier, script, Optional.of(new Smsc.Login(Subject.SYSTEM_ID, Subject.PASSWORD)));
        history.add("run.start", texts.runStart(Subject.WINDOW));
        subject = new Subject(folder, smsc.port(), options);
    }

    /// Begins to deliver.
    void begin() {
        texts.offerTo(carrier);
    }

    static void waitFor(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(LOOK);
        }
    }

    /// Waits until all is delivered and answered, ends the product, and has the history judged.
    Verdict verdict() throws IOException {
        waitFor("the last acknowledgement", () -> carrier.open() == 0);
        waitFor(
                "quiet",
                () -> carrier.quietNanos() > QUIET
                        && Finals.in(folder, Texts.LINE).leftOpen() == 0);
        subject.close();
        smsc.close();
        new Finals(Finals.in(folder, Texts.LINE), texts.who(), history).write(1);
        return Check.judge(List.of(folder.resolve("history.jsonl")));
    }

    @Override
    public void close() {
        smsc.close();
        history.close();
    }
}
