package org.esquive.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Outcome;
import org.esquive.message.Inbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows of senders are written later than their texts: whatever moment a crash picks, nobody's count is lost. A copy
/// of the files, made while the ledger is open, is what a crash would leave.
class SendersTest {
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private int crashes;

    @Test
    void aCrashFindsEverySenderWhereTheirLastTextLeftThem() throws IOException {
        try (Desk desk = new Desk(at(folder.resolve("one")))) {
            for (int sender = 1; sender <= 3; sender++) {
                for (int text = 1; text <= sender; text++) {
                    var _ = desk.text(sender, "slt");
                }
            }
            var _ = desk.text(4, "STOP");
            try (Desk after = new Desk(at(crashed("one")))) {
                after.clock.step(A_WHILE);
                assertThat(List.of(n(after, 1), n(after, 2), n(after, 3))).containsExactly(2, 3, 4);
                assertThat(after.text(4, "slt").decision().toString()).contains("OPTED_OUT");
                assertThat(after.text(1, "slt").decision().toString()).contains("PENDING");
            }
        }
    }

    @Test
    void aCrashWhileRowsAreBeingWrittenLosesNoCount() throws IOException {
        int senders = 20_000;
        try (Desk desk = new Desk(at(folder.resolve("two")))) {
            desk.rules(Fixtures.rulebook(Fixtures.demo(1_000_000)));
            for (int round = 1; round <= 3; round++) {
                for (int from = 0; from < senders; from += 1_000) {
                    texts(desk, from, 1_000, round);
                }
                try (Desk after = new Desk(at(crashed("two")))) {
                    after.clock.step(A_WHILE);
                    after.rules(Fixtures.rulebook(Fixtures.demo(1_000_000)));
                    for (int from = 0; from < senders; from += 1_000) {
                        texts(after, from, 1_000, round + 1);
                    }
                }
            }
        }
    }

    /// Has some senders text once more, and looks at each count.
    private static void texts(Desk desk, int from, int count, int expected) {
        List<Arrival> batch = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            Sender sender = new Sender.Mobile(new PhoneNumber("+3363998%07d".formatted(i)), Fixtures.FRANCE);
            batch.add(desk.arrival(Inbound.text(Fixtures.DEMO, sender, "slt")));
        }
        assertThat(desk.commit(batch))
                .allMatch(outcome -> outcome instanceof Outcome.Decided decided && decided.n() == expected);
    }

    private static int n(Desk desk, int sender) {
        return desk.text(sender, "encore").n();
    }

    private Path crashed(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("crash" + ++crashes));
        for (String suffix : List.of("", "-wal")) {
            var _ = Files.copy(
                    folder.resolve(name).resolve("esquive.db" + suffix), copy.resolve("esquive.db" + suffix));
        }
        return copy;
    }

    private static Desk.Store at(Path where) {
        return new SqliteStore(where.resolve("esquive.db"));
    }
}
