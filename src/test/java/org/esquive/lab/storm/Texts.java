package org.esquive.lab.storm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.esquive.lab.Fixtures;
import org.esquive.lab.smsc.Carrier;
import org.esquive.lab.smsc.Offered;

/// The texts of a run: of each sender up to a number of them, in rounds, each round in an order of its own.
final class Texts {
    static final String LINE = Fixtures.DEMO_NUMBER.e164();
    private static final int FIRST_SENDER = 100;

    private final List<Offered> all = new ArrayList<>();
    private final long seed;

    Texts(int senders, int each, long seed) {
        this.seed = seed;
        Random chance = new Random(seed);
        List<Integer> order = new ArrayList<>();
        for (int sender = 0; sender < senders; sender++) {
            order.add(sender);
        }
        for (int round = 0; round < each; round++) {
            Collections.shuffle(order, chance);
            for (int sender : order) {
                String id = "m" + all.size();
                all.add(new Offered(id, LINE, "+3363998%04d".formatted(FIRST_SENDER + sender), id + " slt"));
            }
        }
    }

    void offerTo(Carrier carrier) {
        all.forEach(carrier::offer);
    }

    int size() {
        return all.size();
    }

    /// The fields that say who, by id.
    Map<String, String> who() {
        Map<String, String> who = new HashMap<>();
        all.forEach(
                text -> who.put(text.id(), "\"line\":\"" + text.line() + "\",\"sender\":\"" + text.sender() + "\""));
        return who;
    }

    /// The fields of the first record.
    String runStart(int window) {
        return "\"seed\":" + seed + ",\"limit\":5,\"forget_days\":30,\"window\":" + window
                + ",\"price\":0,\"channels\":[\"smpp\"],\"version\":\"lab\"";
    }
}
