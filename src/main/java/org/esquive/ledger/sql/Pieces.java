package org.esquive.ledger.sql;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.LongText.Piece;
import org.esquive.message.Fingerprint;

/// The pieces of a long text in one column: of each a byte with its number, then 16 bytes with its identity, or
/// zeros if it has none.
public final class Pieces {
    private static final int LENGTH = 1 + Fingerprint.LENGTH;
    private static final byte[] NONE = new byte[Fingerprint.LENGTH];

    private Pieces() {}

    public static byte[] bytes(List<Piece> pieces) {
        ByteBuffer column = ByteBuffer.allocate(pieces.size() * LENGTH);
        for (Piece piece : pieces) {
            column.put((byte) piece.number());
            column.put(piece.identity().map(Fingerprint::bytes).orElse(NONE));
        }
        return column.array();
    }

    public static List<Piece> of(byte[] bytes) {
        ByteBuffer column = ByteBuffer.wrap(bytes);
        List<Piece> pieces = new ArrayList<>(bytes.length / LENGTH);
        while (column.remaining() >= LENGTH) {
            int number = Byte.toUnsignedInt(column.get());
            byte[] identity = new byte[Fingerprint.LENGTH];
            column.get(identity);
            pieces.add(new Piece(number, Arrays.equals(identity, NONE) ? Optional.empty() : fingerprint(identity)));
        }
        return pieces;
    }

    private static Optional<Fingerprint> fingerprint(byte[] identity) {
        return Optional.of(Fingerprint.of(identity));
    }
}
