package org.esquive.channel.smpp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.PduWriter;

/// What waits to be written on one connection. Whoever has a PDU writes its bytes into a buffer, under a lock held
/// for that long; the writing thread exchanges the full buffer for an empty one and writes it in one go. So many
/// answers cost one signal and one system call, and no object is handed from thread to thread.
final class Outgoing {
    /// A peer that leaves more than this unread does not read at all.
    static final int MOST_WAITING = 4 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private PduWriter filling = new PduWriter();
    private PduWriter writing = new PduWriter();
    private boolean idle;
    private boolean closed;
    private volatile long writeBegan;
    private volatile boolean writes;
    private volatile boolean unread;

    /// Adds a PDU.
    ///
    /// @return whether it will be written; no byte of it will if not
    boolean add(Pdu pdu) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            if (filling.size() > MOST_WAITING) {
                closed = true;
                unread = true;
                return false;
            }
            filling.add(pdu);
            if (idle) {
                idle = false;
                filled.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Writes what is added, until it is closed and all is written.
    void pump(OutputStream out) throws IOException, InterruptedException {
        while (exchange()) {
            writeBegan = System.nanoTime();
            writes = true;
            writing.writeTo(out);
            writes = false;
        }
    }

    /// Takes no more; what is added already is still written.
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Whether the peer does not read: a write has been going on for longer than it may, or too much waits.
    boolean isStuck(long now, long longestNanos) {
        return unread || (writes && now - writeBegan > longestNanos);
    }

    /// @return whether there is something to write
    private boolean exchange() throws InterruptedException {
        lock.lock();
        try {
            while (filling.size() == 0 && !closed) {
                idle = true;
                filled.await();
            }
            PduWriter full = filling;
            filling = writing;
            writing = full;
            return full.size() > 0;
        } finally {
            lock.unlock();
        }
    }
}
