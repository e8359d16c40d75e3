package org.esquive.channel.smpp;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.esquive.channel.Listener;
import org.esquive.channel.SendResult;
import org.esquive.channel.smpp.pdu.Status;
import org.esquive.message.Outbound;
import org.esquive.message.Receipt;
import org.jspecify.annotations.Nullable;

/// The replies of one session: its window, its brake, and what becomes of each submission. Exactly one result is
/// said of each, whatever happens at once: the answer, its deadline, and the end of the link.
final class Sending {
    private static final String LOST = "the link broke before the carrier answered";
    private static final String NO_ANSWER = "the carrier did not answer in time";

    private final Outgoing outgoing;
    private final Window window;
    private final Throttle throttle;
    private final Late late = new Late();
    private final Verdicts verdicts;
    private final long answerNanos;
    private final Listener listener;
    private final InstantSource clock;
    private final Deque<Submission> held = new ArrayDeque<>();
    private volatile boolean anyHeld;

    /// An answer did not come in time and nothing was heard since: the link may be dead, and no second window of
    /// replies
    /// goes into it.
    private volatile boolean doubtful;
    private volatile boolean over;

    /// What all sessions of a channel have in common.
    record Surroundings(SmppOptions options, Listener listener, InstantSource clock) {}

    Sending(Outgoing outgoing, Window window, Surroundings around) {
        SmppOptions options = around.options();
        this.outgoing = outgoing;
        this.window = window;
        this.throttle = new Throttle(
                (double) options.sending().perSecond() / options.binds().count());
        this.verdicts = new Verdicts(options.sending().finality());
        this.answerNanos = options.timing().answer().toNanos();
        this.listener = around.listener();
        this.clock = around.clock();
    }

    /// Takes a reply: it leaves now, or, while the window is full or the brake is on, in its turn.
    void submit(Submission submission, long now) {
        boolean atOnce = !anyHeld && !doubtful && !throttle.isBraking() && window.enter();
        if (atOnce) {
            transmit(submission, now);
        } else {
            hold(submission, now);
        }
    }

    /// Learns what the carrier says of a submit_sm.
    ///
    /// @param messageId the id that receipts will carry; may be empty
    void answered(int sequence, int status, String messageId, long now) {
        Submission submission = window.take(sequence);
        if (submission == null) {
            settleLate(sequence, status);
        } else if (status != Status.ESME_ROK) {
            refused(submission, status, now);
        } else if (submission.next()) {
            transmit(submission, now);
        } else {
            done(submission, new SendResult.Accepted(nonEmpty(messageId)), now);
        }
    }

    /// Learns that the carrier is there.
    void heard() {
        if (doubtful) {
            doubtful = false;
            release(System.nanoTime());
        }
    }

    /// Looks at the deadlines, and lets go what was held.
    void tick(long now) {
        for (Window.Slot slot : window.find(submission -> submission.hasWaited(now, answerNanos))) {
            expire(slot, now);
        }
        if (anyHeld) {
            giveUpHeld(now);
            release(now);
        }
    }

    /// Ends, once no more can be written: what has no answer is unknown, what did not leave waits for another
    /// link.
    void end() {
        over = true;
        for (Window.Slot slot : window.find(_ -> true)) {
            if (window.take(slot.sequence()) != null) {
                finish(slot.submission(), new SendResult.Unknown(LOST));
            }
        }
        for (Submission submission = takeHeld(); submission != null; submission = takeHeld()) {
            submission.finish(untaken(submission));
        }
    }

    /// Whether nothing is on its way, nor waits to be.
    boolean isIdle() {
        return window.isEmpty() && !anyHeld;
    }

    private void transmit(Submission submission, long now) {
        submission.waitsSince(now);
        int sequence = window.put(submission);
        boolean added = outgoing.add(submission.message(sequence));
        if (!added && window.take(sequence) != null) {
            finish(submission, untaken(submission));
        }
    }

    /// Remembers it first: an answer that comes this moment finds it in one place or the other.
    private void expire(Window.Slot slot, long now) {
        late.add(slot.sequence(), slot.submission(), now);
        if (window.take(slot.sequence()) == null) {
            var _ = late.take(slot.sequence());
        } else {
            doubtful = true;
            done(slot.submission(), new SendResult.Unknown(NO_ANSWER), now);
        }
    }

    private void refused(Submission submission, int status, long now) {
        SendResult verdict = verdicts.of(status);
        if (Verdicts.isTooFast(status)) {
            throttle.brake(now);
        }
        if (submission.isUntouched()) {
            done(submission, verdict, now);
        } else if (verdict instanceof SendResult.Deferred && submission.mayTryAgain()) {
            throttle.brake(now);
            window.leave();
            holdFirst(submission, now);
        } else {
            done(submission, new SendResult.Unknown(submission.place() + ": " + Status.name(status)), now);
        }
    }

    private void done(Submission submission, SendResult outcome, long now) {
        finish(submission, outcome);
        if (anyHeld && !over) {
            release(now);
        }
    }

    private void finish(Submission submission, SendResult outcome) {
        window.leave();
        submission.finish(outcome);
    }

    /// A late yes or no settles a reply that was reported as unknown, unless other segments make it neither.
    private void settleLate(int sequence, int status) {
        Late.@Nullable Found found = late.take(sequence).orElse(null);
        if (found == null) {
            return;
        }
        if (status == Status.ESME_ROK && found.whole()) {
            tell(found.outbound(), Receipt.State.SENT);
        } else if (status != Status.ESME_ROK && found.untouched()) {
            tell(found.outbound(), Receipt.State.FAILED);
        }
    }

    private void tell(Outbound outbound, Receipt.State state) {
        var receipt = new Receipt(outbound.line(), new Receipt.Match.ByReply(outbound.id()), state, clock.instant());
        listener.received(receipt, _ -> {});
    }

    private void hold(Submission submission, long now) {
        submission.waitsSince(now);
        synchronized (held) {
            held.addLast(submission);
            anyHeld = true;
        }
        if (over) {
            drop(submission);
        } else {
            release(now);
        }
    }

    private void holdFirst(Submission submission, long now) {
        submission.waitsSince(now);
        synchronized (held) {
            held.addFirst(submission);
            anyHeld = true;
        }
        if (over) {
            drop(submission);
        }
    }

    /// For what came in while the session ended.
    private void drop(Submission submission) {
        boolean mine;
        synchronized (held) {
            mine = held.remove(submission);
            anyHeld = !held.isEmpty();
        }
        if (mine) {
            submission.finish(untaken(submission));
        }
    }

    /// Lets go as many as window and brake allow, in order.
    private void release(long now) {
        while (anyHeld && !doubtful && window.enter()) {
            Submission submission = null;
            synchronized (held) {
                if (!held.isEmpty() && throttle.take(now)) {
                    submission = held.removeFirst();
                    anyHeld = !held.isEmpty();
                }
            }
            if (submission == null) {
                window.leave();
                return;
            }
            transmit(submission, now);
        }
    }

    /// What waited for as long as an answer may take goes back: nothing of it left.
    private void giveUpHeld(long now) {
        for (Submission tired = takeTired(now); tired != null; tired = takeTired(now)) {
            tired.finish(
                    tired.isUntouched()
                            ? new SendResult.Deferred(Verdicts.TOO_FAST, "the carrier is slow")
                            : new SendResult.Unknown(tired.place() + " waited too long"));
        }
    }

    private @Nullable Submission takeTired(long now) {
        synchronized (held) {
            Submission first = held.peekFirst();
            return first != null && first.hasWaited(now, answerNanos) ? takeHeld() : null;
        }
    }

    private @Nullable Submission takeHeld() {
        synchronized (held) {
            Submission first = held.pollFirst();
            anyHeld = !held.isEmpty();
            return first;
        }
    }

    private static SendResult untaken(Submission submission) {
        return submission.isUntouched() ? Verdicts.NO_LINK : new SendResult.Unknown(LOST);
    }

    private static Optional<String> nonEmpty(String messageId) {
        return messageId.isEmpty() ? Optional.empty() : Optional.of(messageId);
    }
}
