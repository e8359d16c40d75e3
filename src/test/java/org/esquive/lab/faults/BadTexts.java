package org.esquive.lab.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.esquive.lab.Vectors;
import org.esquive.lab.faults.rig.Keeper;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Setup;
import org.esquive.lab.smsc.Offered;

/// F13: texts that harm whoever does not take them for data, and texts that are broken in their letters; the line
/// keeps what is written, and the console shows it.
record BadTexts() implements Fault {
    private static final int UCS2 = 8;
    private static final int LONGEST = 140;

    @Override
    public String number() {
        return "F13";
    }

    @Override
    public String what() {
        return "every hostile text of the vectors, lone surrogates, odd bytes, NUL, dangling escapes";
    }

    @Override
    public Setup setup() {
        return Setup.USUAL.keeping();
    }

    @Override
    public void strike(Rig rig) throws Exception {
        Node node = rig.start();
        List<byte[]> tails = new ArrayList<>(Vectors.of("hostile_text")
                .map(row -> row.getPayload().path("text").asString("").getBytes(StandardCharsets.UTF_16BE))
                .toList());
        tails.add(new byte[] {(byte) 0xd8, 0x3d});
        tails.add(new byte[] {(byte) 0xde, 0x00, 0, 65});
        tails.add(new byte[] {0, 65, 66});
        tails.add(new byte[] {0, 0, 0, 65, 0, 0});
        tails.add(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xfe, 32, 46});
        for (byte[] tail : tails) {
            offer(rig, UCS2, StandardCharsets.UTF_16BE, tail);
        }
        for (byte[] tail : List.of(new byte[] {0x1b}, new byte[] {0x1b, 0x1b, 0x65}, new byte[] {0, 1, 2, 127})) {
            offer(rig, 0, StandardCharsets.US_ASCII, tail);
        }
        rig.awaitRest();
        rig.note(tails.size() + 3 + " texts");
        try (Keeper keeper = rig.signIn(node)) {
            rig.expect("console shows them", keeper.canRead("/console/decisions"));
        }
        rig.expect("alive", node.isAlive());
    }

    private static void offer(Rig rig, int dataCoding, Charset charset, byte[] tail) {
        String sender = rig.crowd.newcomers(1).getFirst();
        String id = rig.crowd.id(Setup.LINE, sender);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((id + " ").getBytes(charset));
        bytes.writeBytes(Arrays.copyOf(tail, Math.min(tail.length, LONGEST - bytes.size())));
        rig.text(new Offered(
                id, Setup.LINE, sender, id + " bad", new Offered.Piece(1, 1, 0, dataCoding, bytes.toByteArray())));
    }
}
