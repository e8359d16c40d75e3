package org.esquive.channel.smpp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The submit_sm of one session that wait for their answer, each in a slot that its sequence number finds. Without
/// a lock: taking a slot's content out is what makes somebody its owner. Safe for any thread.
final class Window {
    private static final int LARGEST_SEQUENCE = 0x7fff_ffff;

    private final AtomicReferenceArray<@Nullable Slot> slots;
    private final AtomicInteger sequence;
    private final Semaphore places;
    private final int size;

    /// A submission under its sequence number.
    record Slot(int sequence, Submission submission) {}

    /// @param size most submissions without an answer
    /// @param first the sequence number before the first
    Window(int size, int first) {
        this.size = size;
        this.slots = new AtomicReferenceArray<>(2 * Integer.highestOneBit(size) * 2);
        this.places = new Semaphore(size);
        this.sequence = new AtomicInteger(first);
    }

    /// A number for a request of any kind.
    int nextSequence() {
        return sequence.updateAndGet(last -> last == LARGEST_SEQUENCE ? 1 : last + 1);
    }

    /// Takes a place, if there is one.
    boolean enter() {
        return places.tryAcquire();
    }

    /// Gives a place back.
    void leave() {
        places.release();
    }

    /// Puts a submission that has a place into a slot.
    ///
    /// @return its sequence number
    int put(Submission submission) {
        while (true) {
            int number = nextSequence();
            if (slots.compareAndSet(index(number), null, new Slot(number, submission))) {
                return number;
            }
        }
    }

    /// Takes a submission out of its slot.
    ///
    /// @return null if there is none of that number, or somebody else took it
    @Nullable
    Submission take(int number) {
        int index = index(number);
        Slot slot = slots.get(index);
        boolean mine = slot != null && slot.sequence() == number && slots.compareAndSet(index, slot, null);
        return mine ? slot.submission() : null;
    }

    /// The slots whose submission matches; each is still to be taken.
    List<Slot> find(Predicate<Submission> wanted) {
        List<Slot> found = new ArrayList<>();
        for (int index = 0; index < slots.length(); index++) {
            Slot slot = slots.get(index);
            if (slot != null && wanted.test(slot.submission())) {
                found.add(slot);
            }
        }
        return found;
    }

    /// Whether nothing is on its way.
    boolean isEmpty() {
        return places.availablePermits() == size;
    }

    private int index(int number) {
        return number & (slots.length() - 1);
    }
}
