package org.esquive.lab.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.esquive.lab.PduStorm;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Setup;
import org.esquive.lab.smsc.Link;
import org.esquive.lab.smsc.Script;

/// F12: the carrier sends what is no SMPP, or nearly is, amid the texts: other protocols, lengths that lie, PDUs
/// that stop in the middle, and seeded mutations of the published vectors.
record Garbage(int mutations) implements Fault {
    private static final List<String> NONSENSE = List.of(
            "GET / HTTP/1.1\r\n\r\n",
            "\26\3\1\2\0\1\0\1\374\3\3",
            "AMQP\0\0\11\1",
            "\177\377\377\360\0\0\0\5\0\0\0\0\0\0\0\1",
            "\0\0\0\22\0\0\0\5\0\0\0\0\0\0\0\1\1\1",
            "\0\0\0\20\0\0\7\7\0\0\0\0\0\0\0\1");

    /// Longer than a batch of the carrier waits to leave.
    private static final Duration BATCH = Duration.ofMillis(60);

    @Override
    public String number() {
        return "F12";
    }

    @Override
    public String what() {
        return NONSENSE.size() + " kinds of nonsense and " + mutations + " mutated PDUs amid the texts";
    }

    @Override
    public Setup setup() {
        return Setup.USUAL.and("binds", "4");
    }

    @Override
    public void strike(Rig rig) {
        Node node = rig.start();
        var _ = rig.text(1_000, 5);
        var _ = rig.awaitAcknowledged(200);
        List<byte[]> all = new ArrayList<>();
        NONSENSE.forEach(words -> all.add(words.getBytes(StandardCharsets.ISO_8859_1)));
        PduStorm storm = new PduStorm(rig.seed());
        for (int i = 0; i < mutations; i++) {
            all.add(storm.malformed());
        }
        for (byte[] bytes : all) {
            var _ = Patience.waitFor("two binds", () -> rig.smsc.links().size() > 1);
            endWith(rig, rig.smsc.links().getFirst(), bytes);
        }
        rig.expect("alive", node.isAlive());
    }

    /// Nothing follows the nonsense on its link: what half a PDU would make of the next one is nobody's mistake.
    private static void endWith(Rig rig, Link link, byte[] bytes) {
        rig.history.fault("F7", true, "nonsense");
        link.hush();
        Patience.pass(BATCH);
        link.raw(bytes);
        Patience.pass(BATCH);
        link.breakNow(Script.Break.CLOSE);
        var _ = Patience.waitFor("the end of the link", () -> !link.isBound());
    }
}
