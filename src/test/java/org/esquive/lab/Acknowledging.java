package org.esquive.lab;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.esquive.intake.Intake;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.esquive.message.Inbound;

/// A process that takes texts without end and prints the key of each as it is acknowledged, so that somebody can kill
/// it
/// and see what it kept.
public final class Acknowledging {
    private static final int SENDERS = 50;
    private static final int MOST_TEXTS = 1_000_000;

    private Acknowledging() {}

    /// @param args the file of the ledger
    public static void main(String[] args) {
        InstantSource clock = InstantSource.system();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        try (Ledger ledger = SqliteLedger.open(Path.of(args[0]), Fixtures.keyring());
                Intake intake = new Intake(
                        ledger,
                        Fixtures.keyring(),
                        () -> Fixtures.rulebook(Fixtures.demo(1_000_000)),
                        clock,
                        new Random(1),
                        new Ids(clock, 0))) {
            for (int n = 0; n < MOST_TEXTS; n++) {
                String key = "text-" + n;
                intake.take(Texts.keyed(n % SENDERS, key), taken -> {
                    if (taken == Intake.Taken.COMMITTED) {
                        out.println(key);
                    }
                });
            }
        }
    }

    /// The texts it takes.
    public static final class Texts {
        private Texts() {}

        /// A text of a sender, known again by its key.
        public static Inbound keyed(int sender, String key) {
            return new Inbound(
                    Fixtures.DEMO,
                    Fixtures.mobile(sender),
                    Inbound.Kind.TEXT,
                    "slt",
                    Optional.empty(),
                    new Inbound.Identity.Key(key));
        }
    }
}
