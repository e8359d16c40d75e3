package org.esquive.lab.checker;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// What is known of each logical inbound: its deliveries, and what was made of it.
final class Inbounds {
    static final int SENT = 1;
    static final int ACKED = 1 << 1;
    static final int STORED = 1 << 2;
    static final int REFUSED_FOR_GOOD = 1 << 3;
    static final int BEGUN = 1 << 4;
    static final int OPT_OUT = 1 << 5;
    static final int OPT_IN = 1 << 6;
    static final int REPLIED = 1 << 7;
    static final int CHARGED = 1 << 8;
    static final int REPLIED_TWICE = 1 << 9;

    /// Deliveries beyond this one are not told apart.
    private static final int LAST_TRY = 31;

    final Column flags = new Column();
    final Column pair = new Column();
    final Column account = new Column();
    private final Column segs = new Column();

    private final Column sends = new Column();
    private final Column ended = new Column();
    private final Column answered = new Column();
    private final Map<Long, Integer> legs = new HashMap<>();
    private final Map<Integer, BitSet> sentPieces = new HashMap<>();
    private final Map<Integer, BitSet> ackedPieces = new HashMap<>();
    private int manyLegs;
    private final Column sendsOfMany = new Column();
    private final Column endedOfMany = new Column();
    private final Column answeredOfMany = new Column();

    /// One delivery of one piece of one inbound.
    private record Delivery(int leg, boolean many, int tried) {}

    boolean is(int id, int bits) {
        return flags.has(id, bits);
    }

    void mark(int id, int bits) {
        flags.mark(id, bits);
    }

    /// A piece is handed over once more.
    void sent(int id, Row row) {
        int of = row.small(Field.SEGS);
        int piece = row.small(Field.SEG);
        if (piece < 1 || piece > of || of > 255 || (segs.get(id) != 0 && segs.get(id) != of)) {
            throw new Unusable("segment " + piece + " of " + of);
        }
        segs.set(id, of);
        Delivery delivery = delivery(id, row);
        Column tries = delivery.many ? sendsOfMany : sends;
        if (delivery.tried != tries.add(delivery.leg, 1)) {
            throw new Unusable("delivery " + delivery.tried + " where " + tries.get(delivery.leg) + " was to be");
        }
        if (of == 1 || isWhole(sentPieces, id, piece, of)) {
            flags.mark(id, SENT);
        }
    }

    /// A delivery was answered.
    void acked(int id, Row row) {
        end(id, row, 1);
        int of = segs.get(id);
        if (row.is(Field.OK) && (of == 1 || isWhole(ackedPieces, id, row.small(Field.SEG), of))) {
            flags.mark(id, ACKED);
        }
    }

    /// A delivery will not be answered; a very late answer may come all the same.
    void lost(int id, Row row) {
        end(id, row, 2);
    }

    /// Whether some delivery was neither answered nor lost.
    boolean isInTheAir(int id) {
        boolean many = segs.get(id) > 1;
        if (!many) {
            return isInTheAir(sends.get(id), ended.get(id));
        }
        for (int piece = 1; piece <= segs.get(id); piece++) {
            Integer leg = legs.get(((long) id << 8) | piece);
            if (leg != null && isInTheAir(sendsOfMany.get(leg), endedOfMany.get(leg))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInTheAir(int tries, int ended) {
        int all = tries >= LAST_TRY ? -1 : (1 << tries) - 1;
        return tries < LAST_TRY && ended != all;
    }

    private void end(int id, Row row, int how) {
        if (!flags.has(id, BEGUN) || row.small(Field.SEGS) != segs.get(id)) {
            throw new Unusable("the end of a delivery that never began");
        }
        Delivery delivery = delivery(id, row);
        int tries = (delivery.many ? sendsOfMany : sends).get(delivery.leg);
        if (delivery.tried < 1 || delivery.tried > tries) {
            throw new Unusable("the end of delivery " + delivery.tried + " of " + tries);
        }
        Column ends = delivery.many ? endedOfMany : ended;
        int bit = 1 << (Math.min(delivery.tried, LAST_TRY) - 1);
        boolean again = (ends.get(delivery.leg) & bit) != 0;
        if (again && how == 2 && delivery.tried < LAST_TRY) {
            throw new Unusable("delivery " + delivery.tried + " lost after its end");
        }
        ends.mark(delivery.leg, bit);
        answerOnce(delivery, how);
    }

    private void answerOnce(Delivery delivery, int how) {
        if (how != 1 || delivery.tried >= LAST_TRY) {
            return;
        }
        Column answers = delivery.many ? answeredOfMany : answered;
        int bit = 1 << (delivery.tried - 1);
        if (answers.has(delivery.leg, bit)) {
            throw new Unusable("delivery " + delivery.tried + " answered twice");
        }
        answers.mark(delivery.leg, bit);
    }

    private Delivery delivery(int id, Row row) {
        int tried = row.small(Field.TRY);
        if (segs.get(id) == 1) {
            return new Delivery(id, false, tried);
        }
        long key = ((long) id << 8) | row.small(Field.SEG);
        return new Delivery(legs.computeIfAbsent(key, _ -> manyLegs++), true, tried);
    }

    private static boolean isWhole(Map<Integer, BitSet> pieces, int id, int piece, int of) {
        BitSet have = pieces.computeIfAbsent(id, _ -> new BitSet());
        have.set(piece);
        return have.cardinality() == of;
    }
}
