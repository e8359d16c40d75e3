package org.esquive.channel.loopback;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The threads of bubbles, one a phone: the last [#MOST_BUBBLES] of the [#MOST_PHONES] phones that were used
/// last.
final class Threads {
    static final int MOST_PHONES = 1_000;
    static final int MOST_BUBBLES = 200;

    private final Map<String, Deque<Bubble>> phones = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Bubble>> eldest) {
            return size() > MOST_PHONES;
        }
    };

    /// Adds a bubble, or puts it in the place of the one with its id.
    synchronized void put(Bubble bubble) {
        Deque<Bubble> thread = phones.computeIfAbsent(bubble.phone(), _ -> new ArrayDeque<>());
        if (thread.removeIf(old -> old.id() == bubble.id())) {
            List<Bubble> later =
                    thread.stream().filter(old -> old.id() > bubble.id()).toList();
            thread.removeAll(later);
            thread.addLast(bubble);
            thread.addAll(later);
            return;
        }
        thread.addLast(bubble);
        if (thread.size() > MOST_BUBBLES) {
            thread.removeFirst();
        }
    }

    /// The bubbles of a phone, oldest first.
    synchronized List<Bubble> of(String phone) {
        return List.copyOf(phones.getOrDefault(phone, new ArrayDeque<>()));
    }

    /// The phones, the one used last first.
    synchronized List<String> phones() {
        return List.copyOf(phones.keySet()).reversed();
    }
}
