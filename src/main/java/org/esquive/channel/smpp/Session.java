package org.esquive.channel.smpp;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.esquive.channel.Listener;
import org.esquive.channel.smpp.pdu.Operation;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.esquive.channel.smpp.pdu.Status;
import org.esquive.channel.smpp.pdu.Tlvs;

/// A bind from its acceptance to its end. The thread that runs it reads, and never waits for anything but bytes:
/// keep-alives are answered in any flood. A second thread writes. Texts are answered by whoever has committed
/// them, in any order.
final class Session {
    /// How long one write may take before the peer counts as stuck.
    static final Duration WRITE_DEADLINE = Duration.ofSeconds(10);

    /// How long an unbind may be without its answer.
    static final Duration UNBIND_DEADLINE = Duration.ofSeconds(2);

    private static final int RESPONSE = 0x8000_0000;
    private static final int DELIVER_SM = 0x05;
    private static final int DATA_SM = 0x103;
    private static final int ALERT_NOTIFICATION = 0x102;

    private final Bound bound;
    private final Inbox inbox;
    private final int busyStatus;
    private final Outgoing outgoing = new Outgoing();
    private final Window window;
    private final Sending sending;
    private final Keepalive keepalive;
    private final Assurance assurance;
    private final boolean isAlone;
    private final InstantSource clock;
    private final Listener listener;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<String> ending = new AtomicReference<>("");
    private final CountDownLatch drained = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean leaving;

    /// When the bytes that are looked at were there; for the reading thread.
    private Instant readAt = Instant.MAX;

    Session(Bound bound, Inbox inbox, Sending.Surroundings around) {
        SmppOptions options = around.options();
        this.bound = bound;
        this.inbox = inbox;
        this.busyStatus = options.receiving().busyStatus();
        this.window = new Window(options.sending().window(), Bound.BIND_SEQUENCE);
        this.sending = new Sending(outgoing, window, around);
        this.keepalive = new Keepalive(options.timing(), System.nanoTime());
        this.isAlone = options.binds().count() == 1;
        this.clock = around.clock();
        this.listener = around.listener();
        this.assurance = inbox.linkBegan();
    }

    /// Reads until the session ends.
    ///
    /// @return why it ended, for the keeper
    String run(String name) {
        Thread writer = Thread.ofPlatform().daemon().name(name + "-writer").start(this::write);
        try {
            endBecause(read());
        } catch (IOException failure) {
            endBecause(Diagnosis.ofBreaking(failure));
        } finally {
            outgoing.close();
            hangUpAfter(writer);
            sending.end();
            drained.countDown();
            ended.countDown();
        }
        return ending.get();
    }

    /// How far its answers are known to have arrived.
    Assurance assurance() {
        return assurance;
    }

    /// Takes a reply, unless the session is ending.
    boolean submit(Submission submission) {
        if (leaving || bound.mode() == Pdu.Mode.RECEIVER) {
            return false;
        }
        sending.submit(submission, System.nanoTime());
        return true;
    }

    /// Looks at all deadlines; always from one thread.
    void tick(long now) {
        if (outgoing.isStuck(now, WRITE_DEADLINE.toNanos())) {
            abort("the carrier's side does not read what it is sent");
        }
        switch (keepalive.tick(now)) {
            case NOTHING -> {}
            case ASK -> enquire();
            case GIVE_UP -> abort("the carrier's side did not answer two enquire_link");
        }
        if (!isAlone) {
            vouch(now);
        }
        sending.tick(now);
        checkDrained();
    }

    /// Other nodes cannot see that a link is doubted, so they are told that it may have broken.
    private void vouch(long now) {
        if (assurance.tick(now, window::nextSequence)) {
            enquire();
        }
        if (assurance.isDoubted(now)) {
            listener.linkBroke();
        }
    }

    private void enquire() {
        say(new Pdu.EnquireLink(window.nextSequence()));
    }

    /// Begins to end politely: nothing new is taken.
    void leave() {
        leaving = true;
        checkDrained();
    }

    /// Unbinds once everything on its way has its answer, or the time is up; then hangs up.
    void awaitLeft(Duration longest) throws InterruptedException {
        boolean _ = drained.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        boolean _ = outgoing.add(new Pdu.Unbind(window.nextSequence()));
        boolean _ = ended.await(UNBIND_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        abort("the channel was closed");
    }

    /// Ends at once.
    void abort(String why) {
        endBecause(why);
        bound.hangUp();
    }

    private void endBecause(String why) {
        boolean _ = ending.compareAndSet("", why);
    }

    private String read() throws IOException {
        while (true) {
            boolean wasThere = bound.in().hasNext();
            Read read = bound.in().next();
            if (!wasThere) {
                readAt = clock.instant();
            }
            keepalive.heard();
            sending.heard();
            Optional<String> end = take(read);
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    /// @return why the session ends, if it does
    private Optional<String> take(Read read) {
        return switch (read) {
            case Read.Whole(Pdu pdu) -> take(pdu);
            case Read.Malformed malformed -> {
                refuseMalformed(malformed);
                yield Optional.empty();
            }
            case Read.UnknownCommand unknown -> {
                if (isRequest(unknown.commandId()) && unknown.commandId() != ALERT_NOTIFICATION) {
                    say(new Pdu.GenericNack(Status.ESME_RINVCMDID, unknown.sequence()));
                }
                yield Optional.empty();
            }
            case Read.Fatal fatal -> {
                say(new Pdu.GenericNack(Status.ESME_RINVCMDLEN, fatal.sequence()));
                yield Optional.of(Diagnosis.ofGarbage(fatal));
            }
            case Read.End _ -> Optional.of("the carrier's side ended the connection");
        };
    }

    private Optional<String> take(Pdu pdu) {
        switch (pdu) {
            case Pdu.Message message -> receive(message);
            case Pdu.MessageResponse response -> {
                assurance.heard(response.sequence());
                sending.answered(response.sequence(), response.status(), response.messageId(), System.nanoTime());
            }
            case Pdu.GenericNack nack -> refused(nack);
            case Pdu.EnquireLink enquiry -> say(new Pdu.EnquireLinkResponse(Status.ESME_ROK, enquiry.sequence()));
            case Pdu.EnquireLinkResponse response -> assurance.heard(response.sequence());
            case Pdu.BindResponse _ -> {}
            case Pdu.Bind bind ->
                say(new Pdu.BindResponse(bind.mode(), Status.ESME_RINVBNDSTS, bind.sequence(), "", Tlvs.NONE));
            case Pdu.Rare rare -> refuseRare(rare);
            case Pdu.Unbind unbind -> {
                say(new Pdu.UnbindResponse(Status.ESME_ROK, unbind.sequence()));
                return Optional.of("the carrier's side ended the session (unbind)");
            }
            case Pdu.UnbindResponse _ -> {
                return Optional.of("the session was ended");
            }
        }
        return Optional.empty();
    }

    private void receive(Pdu.Message message) {
        if (message.carrier() == Pdu.Carrier.SUBMIT_SM || bound.mode() == Pdu.Mode.TRANSMITTER) {
            answer(message, Status.ESME_RINVBNDSTS);
        } else if (leaving) {
            answer(message, busyStatus);
        } else {
            int _ = unanswered.incrementAndGet();
            inbox.take(message, assurance, readAt, status -> {
                answer(message, status);
                assurance.answered();
                int _ = unanswered.decrementAndGet();
                checkDrained();
            });
        }
    }

    private void answer(Pdu.Message message, int status) {
        say(new Pdu.MessageResponse(message.carrier(), status, message.sequence(), "", Tlvs.NONE));
    }

    private void refused(Pdu.GenericNack nack) {
        int status = nack.status() == Status.ESME_ROK ? Status.ESME_RINVCMDID : nack.status();
        sending.answered(nack.sequence(), status, "", System.nanoTime());
    }

    /// Requests that only an SMSC is asked are none of ours.
    private void refuseRare(Pdu.Rare rare) {
        boolean asks = switch (rare.operation()) {
            case Operation.Query _, Operation.Cancel _, Operation.Replace _, Operation.SubmitMulti _ -> true;
            case Operation.QueryResponse _, Operation.CancelResponse _, Operation.ReplaceResponse _ -> false;
            case Operation.SubmitMultiResponse _, Operation.Outbind _, Operation.Alert _ -> false;
        };
        if (asks) {
            say(new Pdu.GenericNack(Status.ESME_RINVCMDID, rare.sequence()));
        }
    }

    private void refuseMalformed(Read.Malformed malformed) {
        int sequence = malformed.sequence();
        switch (malformed.commandId()) {
            case DELIVER_SM -> say(malformedResponse(Pdu.Carrier.DELIVER_SM, sequence));
            case DATA_SM -> say(malformedResponse(Pdu.Carrier.DATA_SM, sequence));
            default -> {
                if (isRequest(malformed.commandId())) {
                    say(new Pdu.GenericNack(Status.ESME_RINVCMDLEN, sequence));
                }
            }
        }
    }

    private static Pdu malformedResponse(Pdu.Carrier carrier, int sequence) {
        return new Pdu.MessageResponse(carrier, Status.ESME_RINVCMDLEN, sequence, "", Tlvs.NONE);
    }

    private static boolean isRequest(int commandId) {
        return (commandId & RESPONSE) == 0;
    }

    /// An answer that finds the session over is dropped: the carrier delivers again.
    private void say(Pdu pdu) {
        boolean _ = outgoing.add(pdu);
    }

    private void checkDrained() {
        if (leaving && unanswered.get() == 0 && sending.isIdle()) {
            drained.countDown();
        }
    }

    private void write() {
        try {
            outgoing.pump(bound.out());
        } catch (IOException failure) {
            abort(Diagnosis.ofBreaking(failure));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            outgoing.close();
        }
    }

    /// The last words are written before the connection ends, if the peer still reads.
    private void hangUpAfter(Thread writer) {
        try {
            boolean _ = writer.join(UNBIND_DEADLINE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        bound.hangUp();
    }
}
