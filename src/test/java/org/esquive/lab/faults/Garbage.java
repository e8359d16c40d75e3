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
        int lost = 0;
        for (byte[] bytes : all) {
            var _ = Patience.waitFor("a bind", () -> !rig.smsc.links().isEmpty());
            int binds = rig.smsc.binds();
            List<Link> links = rig.smsc.links();
            if (!links.isEmpty()) {
                rig.history.fault("F7", true, "nonsense");
                links.getFirst().raw(bytes);
            }
            boolean rebound = Patience.comes(Duration.ofMillis(100), () -> rig.smsc.binds() > binds);
            lost += rebound ? 1 : 0;
        }
        rig.note("links ended for it: " + lost + " of " + all.size());
        rig.expect("alive", node.isAlive());
    }
}
