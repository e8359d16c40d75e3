package org.esquive.lab.checker;

/// The outbounds that the network received, by the simulator's number.
final class Outbounds {
    private static final int RECEIVED = 1;
    private static final int ANSWERED = 2;

    private final Column flags = new Column();
    private final Column pairs = new Column();
    private final Column segments = new Column();
    private final Column inbounds = new Column();

    /// @param inbound the inbound it replies to, or -1 if it does not say
    void received(int mt, int pair, int inbound, int size) {
        if (flags.has(mt, RECEIVED)) {
            throw new Unusable("an outbound that came twice");
        }
        flags.mark(mt, RECEIVED);
        pairs.set(mt, pair);
        segments.set(mt, size);
        inbounds.set(mt, inbound);
    }

    void answered(int mt) {
        if (!flags.has(mt, RECEIVED)) {
            throw new Unusable("an answer to an outbound that never came");
        }
        if (flags.has(mt, ANSWERED)) {
            throw new Unusable("an outbound answered twice");
        }
        flags.mark(mt, ANSWERED);
    }

    boolean isReceived(int mt) {
        return flags.has(mt, RECEIVED);
    }

    boolean isAnswered(int mt) {
        return flags.has(mt, ANSWERED);
    }

    int pair(int mt) {
        return pairs.get(mt);
    }

    int segments(int mt) {
        return segments.get(mt);
    }

    int inbound(int mt) {
        return inbounds.get(mt);
    }
}
