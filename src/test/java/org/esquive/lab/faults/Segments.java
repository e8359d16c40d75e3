package org.esquive.lab.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Setup;
import org.esquive.lab.smsc.Offered;

/// F14: attacks on what puts long texts together: groups that are never complete, headers that lie, a text of 255
/// segments, two people with one reference; and long texts that are what they seem.
///
/// @param open groups that one sender begins and never ends
record Segments(int open) implements Fault {
    private static final int UDH = 0x40;
    private static final int MOST_GROUPS_OF_A_SENDER = 8;
    private static final int BOMB = 255;

    @Override
    public String number() {
        return "F14";
    }

    @Override
    public String what() {
        return open + " groups never completed by one sender, segment 0 of 3, 9 of 2, 1 of 0, a text of " + BOMB
                + " segments, two senders with one reference";
    }

    @Override
    public void strike(Rig rig) throws SQLException {
        Node node = rig.start();
        rig.carrier.offerPerSecond(2_000);
        String[] two = rig.crowd.newcomers(2).toArray(String[]::new);
        whole(rig, two[0], 7, 3);
        whole(rig, two[1], 7, 3);
        for (int[] lie : List.of(new int[] {3, 0}, new int[] {2, 9}, new int[] {0, 1}, new int[] {0, 0})) {
            single(rig, rig.crowd.newcomers(1).getFirst(), 1, lie[0], lie[1]);
        }
        whole(rig, rig.crowd.newcomers(1).getFirst(), 9, BOMB);
        String attacker = rig.crowd.newcomers(1).getFirst();
        for (int reference = 0; reference < open; reference++) {
            single(rig, attacker, reference, BOMB, 1);
        }
        rig.awaitRest();
        long rows = rows(rig);
        rig.expect("groups kept apart in the ledger: " + rows, rows <= MOST_GROUPS_OF_A_SENDER * 8L);
        rig.expect("alive", node.isAlive());
    }

    /// All segments of a text, the last ones first.
    private static void whole(Rig rig, String sender, int reference, int total) {
        String id = rig.crowd.id(Setup.LINE, sender);
        for (int segment = total; segment >= 1; segment--) {
            rig.text(new Offered(
                    id,
                    Setup.LINE,
                    sender,
                    id + " part",
                    new Offered.Piece(segment, total, UDH, 0, bytes(id, reference, total, segment))));
        }
    }

    /// One segment that stays alone, which counts as a text.
    private static void single(Rig rig, String sender, int reference, int total, int segment) {
        String id = rig.crowd.id(Setup.LINE, sender);
        rig.text(new Offered(
                id,
                Setup.LINE,
                sender,
                id + " part",
                new Offered.Piece(1, 1, UDH, 0, bytes(id, reference, total, segment))));
    }

    /// A header with a reference of 16 bits, and some words.
    private static byte[] bytes(String id, int reference, int total, int segment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {6, 8, 4, (byte) (reference >> 8), (byte) reference, (byte) total, (byte) segment});
        bytes.writeBytes((id + " part").getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static long rows(Rig rig) throws SQLException {
        try (Connection connection = rig.source().ledger().open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from long_text")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
