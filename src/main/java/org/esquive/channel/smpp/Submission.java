package org.esquive.channel.smpp;

import java.util.List;
import java.util.function.Consumer;
import org.esquive.channel.SendResult;
import org.esquive.channel.smpp.pdu.Address;
import org.esquive.channel.smpp.pdu.Envelope;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.message.Outbound;

/// A reply on its way, one segment after the other: the next leaves once the last was taken, so that a refusal of
/// the first proves that nothing was sent, and a reply takes one place in the window. Whoever takes it out of its
/// slot owns it; only the owner calls it.
final class Submission {
    /// A segment behind the first is tried so often; its reply cannot start again.
    static final int MOST_TRIES = 5;

    private final Outbound outbound;
    private final Way way;
    private final List<Piece> pieces;
    private final Consumer<SendResult> result;
    private int taken;
    private int tries;
    private volatile long since;

    /// What all pieces have in common.
    ///
    /// @param registeredDelivery 1 to ask for a receipt
    record Way(Address source, Address destination, int registeredDelivery) {}

    Submission(Outbound outbound, Way way, List<Piece> pieces, Consumer<SendResult> result) {
        this.outbound = outbound;
        this.way = way;
        this.pieces = pieces;
        this.result = result;
    }

    /// The segment whose turn it is.
    Pdu message(int sequence) {
        Piece piece = pieces.get(taken);
        Envelope envelope = Envelope.of(
                way.source(), way.destination(), piece.esmClass(), piece.dataCoding(), way.registeredDelivery());
        return new Pdu.Message(Pdu.Carrier.SUBMIT_SM, sequence, envelope, piece.text(), piece.tlvs());
    }

    Outbound outbound() {
        return outbound;
    }

    /// Notes that the segment was taken.
    ///
    /// @return whether another follows
    boolean next() {
        taken++;
        tries = 0;
        return taken < pieces.size();
    }

    /// Whether nothing of it was taken so far.
    boolean isUntouched() {
        return taken == 0;
    }

    /// Whether the segment whose turn it is is the last.
    boolean isLast() {
        return taken == pieces.size() - 1;
    }

    /// Whether the segment may be tried once more.
    boolean mayTryAgain() {
        return ++tries < MOST_TRIES;
    }

    /// Which segment it is, for a keeper.
    String place() {
        return "segment " + (taken + 1) + " of " + pieces.size();
    }

    /// Notes when its wait began, for a place or for an answer.
    void waitsSince(long now) {
        since = now;
    }

    boolean hasWaited(long now, long nanos) {
        return now - since > nanos;
    }

    /// Says what became of it; once.
    void finish(SendResult outcome) {
        result.accept(outcome);
    }
}
