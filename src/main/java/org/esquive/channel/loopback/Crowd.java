package org.esquive.channel.loopback;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.esquive.message.LineId;
import org.jspecify.annotations.Nullable;

/// A flood of imagined people, to see what a line does in one: [#TEXTS] texts of [#PEOPLE] numbers that belong to
/// nobody, in [#LASTS]. One at a time; each is of other people, for a line knows those of the last one.
final class Crowd implements AutoCloseable {
    static final int TEXTS = 300;
    static final int PEOPLE = 120;
    static final Duration LASTS = Duration.ofSeconds(20);

    /// Their numbers begin so, of those reserved for fiction in France; four digits follow.
    private static final String NUMBERS = "+3363998";

    /// Below are the people that the phone page plays, and the lines.
    private static final int FIRST = 1_000;

    private static final int LAST = 9_999;
    private static final List<String> WORDS = List.of("slt", "c qui ?", "reponds", "allo", "salut");

    private final LoopbackChannel channel;
    private final Duration between;
    private final RandomGenerator chance;
    private @Nullable Thread writing;
    private Set<String> written = Set.of();
    private int sent;
    private int answers;

    /// How far it is.
    ///
    /// @param running whether more texts come
    /// @param sent texts so far; 0 if there never was a flood
    /// @param people who wrote them
    /// @param answers how many answers they got
    record Progress(boolean running, int sent, int people, int answers) {}

    /// @param between how long after a text the next comes
    /// @param chance picks the numbers
    Crowd(LoopbackChannel channel, Duration between, RandomGenerator chance) {
        this.channel = channel;
        this.between = between;
        this.chance = chance;
    }

    /// Begins.
    ///
    /// @return false if one is going on
    synchronized boolean start(LineId line) {
        if (isRunning()) {
            return false;
        }
        written = new HashSet<>();
        sent = 0;
        answers = 0;
        List<String> people = chance.ints(FIRST, LAST + 1)
                .distinct()
                .limit(PEOPLE)
                .mapToObj(number -> NUMBERS + number)
                .toList();
        writing = Thread.ofVirtual().name("crowd").start(() -> write(line, people));
        return true;
    }

    synchronized Progress progress() {
        return new Progress(isRunning(), sent, written.size(), answers);
    }

    /// Somebody got an answer.
    synchronized void answered(String phone) {
        answers += written.contains(phone) ? 1 : 0;
    }

    /// Returns when the last text is sent.
    void await() throws InterruptedException {
        Thread going = writing();
        if (going != null) {
            going.join();
        }
    }

    @Override
    public void close() {
        Thread going = writing();
        if (going != null) {
            going.interrupt();
        }
    }

    private synchronized @Nullable Thread writing() {
        return writing;
    }

    private boolean isRunning() {
        return writing != null && writing.isAlive();
    }

    private void write(LineId line, List<String> people) {
        try {
            for (int n = 0; n < TEXTS; n++) {
                String from = people.get(n * PEOPLE / TEXTS);
                count(from);
                var _ = channel.text(line, from, WORDS.get(n % WORDS.size()));
                Thread.sleep(between);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void count(String from) {
        sent++;
        boolean _ = written.add(from);
    }
}
