package org.esquive.lab.faults.rig;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.esquive.lab.smsc.Offered;
import org.esquive.lab.storm.Finals;

/// The people of a run, with numbers reserved for fiction, and all that they text.
public final class Crowd {
    private static final int FIRST = 100;
    private static final int END = 10_000;

    private final Map<String, String> who = new HashMap<>();
    private final Random chance;
    private int people;
    private int texts;

    Crowd(long seed) {
        this.chance = new Random(seed);
    }

    /// So many people who have not texted yet.
    public synchronized List<String> newcomers(int count) {
        if (FIRST + people + count > END) {
            throw new IllegalStateException("there are no more numbers");
        }
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add("+3363998%04d".formatted(FIRST + people++));
        }
        return numbers;
    }

    /// What people text to a line, so much each, in rounds, each round in an order of its own.
    public synchronized List<Offered> texts(List<String> senders, int each) {
        List<Offered> all = new ArrayList<>();
        List<String> order = new ArrayList<>(senders);
        for (int round = 0; round < each; round++) {
            Collections.shuffle(order, chance);
            order.forEach(sender -> {
                String id = id(Setup.LINE, sender);
                all.add(new Offered(id, Setup.LINE, sender, id + " slt"));
            });
        }
        return all;
    }

    /// An id for one more text.
    public synchronized String id(String line, String sender) {
        String id = "m" + texts++;
        who.put(id, "\"line\":\"" + line + "\",\"sender\":\"" + sender + "\"");
        return id;
    }

    /// An id for another text with the same words as an earlier one.
    public synchronized String again(String id) {
        String another = id + Finals.AGAIN;
        who.put(another, who.getOrDefault(id, ""));
        return another;
    }

    /// The fields that say who, by id.
    synchronized Map<String, String> who() {
        return Map.copyOf(who);
    }
}
