package org.esquive.lab.smsc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One connection of an ESME: a thread that reads as much as there is, and one that writes in batches.
public final class Link {
    private static final int BUFFER = 256 * 1_024;
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(50);

    /// How long a link is half open before the carrier believes it: what is answered meanwhile is not read.
    private static final long NOTICED_AFTER = TimeUnit.MILLISECONDS.toNanos(500);

    private final Socket socket;
    private final Smsc smsc;
    private final Thread reading;
    private final Thread writing;
    private final Submission submission = new Submission();

    private final Object outLock = new Object();
    private Bytes answers = new Bytes();
    private final PriorityQueue<Late> late = new PriorityQueue<>(Comparator.comparingLong(Late::at));

    private volatile boolean delivers;
    private volatile boolean bound;
    private volatile boolean frozen;
    private volatile boolean ended;
    private volatile Script.@Nullable Break breaking;
    private volatile long enquiredAt;
    private final AtomicInteger sequence = new AtomicInteger();
    private @Nullable Object attachment;

    /// An answer that leaves later.
    @SuppressWarnings("ArrayRecordComponent")
    private record Late(long at, byte[] bytes) {}

    Link(Socket socket, Smsc smsc) {
        this.socket = socket;
        this.smsc = smsc;
        this.reading = Thread.ofPlatform().daemon().name("smsc-reads").unstarted(this::read);
        this.writing = Thread.ofPlatform().daemon().name("smsc-writes").unstarted(this::write);
    }

    void start() {
        reading.start();
        writing.start();
    }

    /// Whether an ESME is bound by it.
    public boolean isBound() {
        return bound && !ended && !frozen;
    }

    /// What the traffic keeps about the link; for its writing thread.
    @Nullable
    Object attachment() {
        return attachment;
    }

    void attach(Object kept) {
        attachment = kept;
    }

    /// The number of the next PDU of ours.
    int nextSequence() {
        return sequence.incrementAndGet();
    }

    /// Has the writing thread look again.
    void wake() {
        LockSupport.unpark(writing);
    }

    /// Sends bytes as they are, good or bad.
    public void raw(byte[] bytes) {
        synchronized (outLock) {
            var _ = answers.raw(bytes);
        }
        wake();
    }

    /// Delivers nothing more, so that what is sent next is the last.
    public void hush() {
        delivers = false;
    }

    /// Asks whether the ESME is there; how long it took is in [Smsc#enquiries()].
    public void enquire() {
        Bytes ask = new Bytes();
        ask.header(Wire.ENQUIRE_LINK, Wire.OK, Integer.MAX_VALUE);
        enquiredAt = System.nanoTime();
        raw(ask.copy());
    }

    /// Whether the next reply will be answered; if not, it never is.
    boolean willAnswer() {
        return breaking == null && !smsc.script().withholdsNext();
    }

    /// Answers a reply, as the script says.
    void answer(int sequenceOfReply, int status, String messageId) {
        Script script = smsc.script();
        long wait = script.delay();
        int times = script.doublesNext() ? 2 : 1;
        synchronized (outLock) {
            Bytes out = wait > 0 ? new Bytes() : answers;
            for (int i = 0; i < times; i++) {
                int start = out.begin(Wire.SUBMIT_SM | Wire.RESPONSE, status, sequenceOfReply);
                if (status == Wire.OK) {
                    var _ = out.text(messageId);
                }
                out.end(start);
            }
            if (wait > 0) {
                late.add(new Late(System.nanoTime() + wait, out.copy()));
            }
            if (script.breaksNow()) {
                breaking = script.nextBreak();
            }
        }
    }

    /// The link by which this ESME receives.
    Link receiver() {
        return delivers
                ? this
                : smsc.links().stream()
                        .filter(link -> link.delivers)
                        .findFirst()
                        .orElse(this);
    }

    /// Breaks the link at once.
    public void breakNow(Script.Break how) {
        breaking = how;
        wake();
    }

    /// Closes the connection; what is in flight is lost.
    void close() {
        ended = true;
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
        wake();
    }

    private void write() {
        Bytes batch = new Bytes();
        Bytes spare = new Bytes();
        try {
            OutputStream out = socket.getOutputStream();
            while (!ended && !frozen) {
                long now = System.nanoTime();
                boolean mayDeliver = delivers;
                spare = takeAnswers(spare, batch, now);
                long wait = mayDeliver ? smsc.traffic().fill(this, batch, now) : LONGEST_WAIT;
                if (batch.size() > 0) {
                    smsc.traffic().beforeLeaving();
                    batch.writeTo(out);
                } else if (breaking != null) {
                    breakOff(breaking);
                } else {
                    LockSupport.parkNanos(Math.min(Math.min(wait, untilLate(now)), LONGEST_WAIT));
                }
            }
        } catch (IOException gone) {
            end("reset");
        }
    }

    /// Moves what is to leave now into the batch.
    ///
    /// @return the buffer that is free now
    private Bytes takeAnswers(Bytes spare, Bytes batch, long now) {
        synchronized (outLock) {
            Bytes full = answers;
            answers = spare;
            var _ = batch.add(full);
            full.clear();
            for (Late next = late.peek(); next != null && next.at - now <= 0; next = late.peek()) {
                var _ = batch.raw(next.bytes);
                var _ = late.remove();
            }
            return full;
        }
    }

    private long untilLate(long now) {
        synchronized (outLock) {
            Late next = late.peek();
            return next == null ? LONGEST_WAIT : Math.max(1, next.at - now);
        }
    }

    private void breakOff(Script.Break how) throws IOException {
        switch (how) {
            case CLOSE -> end("closed");
            case RESET -> {
                socket.setSoLinger(true, 0);
                end("reset");
            }
            case HALF_OPEN -> {
                frozen = true;
                long until = System.nanoTime() + NOTICED_AFTER;
                for (long left = NOTICED_AFTER; left > 0; left = until - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                smsc.lost(this, "timeout");
            }
            case UNBIND -> {
                Bytes unbind = new Bytes();
                unbind.header(Wire.UNBIND, Wire.OK, nextSequence());
                unbind.writeTo(socket.getOutputStream());
                delivers = false;
                breaking = null;
            }
        }
    }

    /// The end of the link, whoever ended it; what was in flight is lost, once.
    private void end(String why) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        close();
        if (!frozen) {
            smsc.lost(this, why);
        }
    }

    private void read() {
        byte[] buffer = new byte[BUFFER];
        int start = 0;
        int end = 0;
        try {
            InputStream in = socket.getInputStream();
            while (!ended) {
                int came = in.read(buffer, end, buffer.length - end);
                if (came < 0) {
                    end("closed");
                } else if (!frozen) {
                    end += came;
                    start = frames(buffer, end, System.nanoTime());
                    System.arraycopy(buffer, start, buffer, 0, end - start);
                    end -= start;
                    if (!smsc.traffic().ticks()) {
                        wake();
                    }
                } else {
                    return;
                }
            }
        } catch (IOException gone) {
            end("reset");
        }
    }

    /// Takes the whole PDUs of the buffer.
    ///
    /// @return where the first one begins that is not whole
    private int frames(byte[] buffer, int end, long now) {
        int start = 0;
        while (end - start >= Wire.HEADER) {
            int length = Wire.word(buffer, start);
            if (length < Wire.HEADER || length > Wire.LONGEST) {
                raw(header(Wire.GENERIC_NACK, Wire.INVALID_LENGTH, Wire.word(buffer, start + 12)));
                breakNow(Script.Break.CLOSE);
                return end;
            }
            if (end - start < length) {
                return start;
            }
            frame(buffer, start, start + length, now);
            start += length;
        }
        return start;
    }

    private void frame(byte[] buffer, int start, int end, long now) {
        int number = Wire.word(buffer, start + 12);
        switch (Wire.word(buffer, start + 4)) {
            case Wire.DELIVER_SM | Wire.RESPONSE ->
                smsc.traffic().acknowledged(this, number, Wire.word(buffer, start + 8), now);
            case Wire.SUBMIT_SM -> submit(buffer, start, end, now);
            case Wire.ENQUIRE_LINK -> {
                if (!smsc.script().mute) {
                    raw(header(Wire.ENQUIRE_LINK | Wire.RESPONSE, Wire.OK, number));
                }
            }
            case Wire.ENQUIRE_LINK | Wire.RESPONSE -> smsc.enquiries().record(now - enquiredAt);
            case Wire.BIND_RECEIVER, Wire.BIND_TRANSMITTER, Wire.BIND_TRANSCEIVER -> bind(buffer, start, end);
            case Wire.UNBIND -> {
                raw(header(Wire.UNBIND | Wire.RESPONSE, Wire.OK, number));
                breakNow(Script.Break.CLOSE);
            }
            case Wire.UNBIND | Wire.RESPONSE -> breakNow(Script.Break.CLOSE);
            case Wire.GENERIC_NACK -> smsc.nacked();
            default -> raw(header(Wire.GENERIC_NACK, Wire.INVALID_COMMAND, number));
        }
    }

    private void submit(byte[] buffer, int start, int end, long now) {
        int number = Wire.word(buffer, start + 12);
        if (!bound) {
            raw(header(Wire.SUBMIT_SM | Wire.RESPONSE, Wire.WRONG_STATE, number));
        } else if (!submission.over(buffer, start, end)) {
            raw(header(Wire.SUBMIT_SM | Wire.RESPONSE, Wire.INVALID_LENGTH, number));
        } else {
            smsc.traffic().submitted(this, submission, now);
        }
    }

    private void bind(byte[] buffer, int start, int end) {
        int command = Wire.word(buffer, start + 4);
        int idEnds = Wire.zero(buffer, start + Wire.HEADER, end);
        String systemId = Wire.text(buffer, start + Wire.HEADER, idEnds);
        String password = Wire.text(buffer, idEnds + 1, Wire.zero(buffer, idEnds + 1, end));
        int status = bound ? Wire.WRONG_STATE : smsc.login(systemId, password);
        Bytes answer = new Bytes();
        int pdu = answer.begin(command | Wire.RESPONSE, status, Wire.word(buffer, start + 12));
        if (status == Wire.OK) {
            var _ = answer.text("LAB").raw(new byte[] {0x02, 0x10, 0, 1, 0x34});
        }
        answer.end(pdu);
        raw(answer.copy());
        if (status == Wire.OK) {
            bound = true;
            smsc.bound(this);
            delivers = command != Wire.BIND_TRANSMITTER;
            wake();
        }
    }

    private static byte[] header(int command, int status, int sequence) {
        Bytes pdu = new Bytes();
        pdu.header(command, status, sequence);
        return pdu.copy();
    }
}
