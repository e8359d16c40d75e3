package org.esquive.lab.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A history written by hand: records without `i` and `t`, which are added when it is saved.
final class Written {
    static final String LINE = "+33639980010";

    final List<String> records = new ArrayList<>();
    private final NavigableMap<Integer, Long> pauses = new TreeMap<>(Map.of(0, 0L));
    private int mts;

    static Written begun() {
        Written history = new Written();
        history.add(
                "run.start",
                "\"seed\":42,\"limit\":5,\"forget_days\":30,\"window\":20,\"price\":0.04,\"channels\":[\"smpp\"]");
        return history;
    }

    Written add(String event, String fields) {
        records.add("\"ev\":\"%s\",%s".formatted(event, fields));
        return this;
    }

    /// The fields that say who.
    static String who(int sender) {
        return "\"line\":\"%s\",\"sender\":\"+3363998%04d\"".formatted(LINE, sender);
    }

    private static String leg(int sender, String id, int tried) {
        return who(sender) + ",\"id\":\"%s\",\"try\":%d,\"seg\":1,\"segs\":1".formatted(id, tried);
    }

    Written send(int sender, String id, int tried) {
        return add("in.send", leg(sender, id, tried) + ",\"channel\":\"smpp\",\"text\":\"%s slt\"".formatted(id));
    }

    Written ack(int sender, String id, int tried) {
        return add("in.ack", leg(sender, id, tried) + ",\"status\":0,\"ok\":true");
    }

    Written lost(int sender, String id, int tried) {
        return add("in.lost", leg(sender, id, tried) + ",\"why\":\"reset\"");
    }

    /// A text that is sent and acknowledged.
    Written text(int sender, String id) {
        return send(sender, id, 1).ack(sender, id, 1);
    }

    /// A reply that the network takes.
    Written reply(int sender, String id) {
        return received(sender, id).answered("\"status\":0,\"ok\":true,\"message_id\":\"a%d\"".formatted(mts));
    }

    Written received(int sender, String id) {
        mts++;
        return add(
                "out.recv",
                who(sender)
                        + ",\"mt\":%d,\"channel\":\"smpp\",\"segments\":1,\"text\":\"%s bonjour\",\"for\":\"%s\""
                                .formatted(mts, id, id));
    }

    Written answered(String how) {
        return add("out.resp", "\"mt\":%d,%s".formatted(mts, how));
    }

    Written stored(int sender, String id, int n, boolean replied) {
        String decision = replied ? "\"reply\"" : "\"silence\",\"reason\":\"SENDER_LIMIT\"";
        return add("final.in", who(sender) + ",\"id\":\"%s\",\"n\":%d,\"decision\":%s".formatted(id, n, decision));
    }

    Written row(int sender, String id, String state) {
        return add(
                "final.out",
                who(sender) + ",\"id\":\"%s\",\"state\":\"%s\",\"segments\":1,\"charged\":1".formatted(id, state));
    }

    Written page(int received, int answered, int silenced, int unknown) {
        return add(
                "final.page",
                "\"line\":\"%s\",\"received\":%d,\"answered\":%d,\"silenced\":%d,\"unknown\":%d"
                        .formatted(LINE, received, answered, silenced, unknown));
    }

    Written budget(int segments) {
        return add("final.budget", "\"line\":\"%s\",\"segments\":%d,\"money\":0.04".formatted(LINE, segments));
    }

    Written end() {
        return add("run.end", "\"quiet_s\":20");
    }

    /// A sender who texts six times and gets five answers, one whose reply was lost in a kill, and a clean end.
    static Written clean() {
        Written history = begun();
        for (int n = 1; n <= 6; n++) {
            history.text(1, "m" + n);
            if (n <= 5) {
                history.reply(1, "m" + n);
            }
        }
        history.send(2, "k1", 1).add("fault", "\"f\":\"F1\",\"do\":\"start\",\"arg\":\"kill -9\"");
        history.lost(2, "k1", 1).send(2, "k1", 2).ack(2, "k1", 2);
        history.received(2, "k1").answered("\"withheld\":true");
        for (int n = 1; n <= 6; n++) {
            history.stored(1, "m" + n, n, n <= 5);
            if (n <= 5) {
                history.row(1, "m" + n, "SENT");
            }
        }
        return history.stored(2, "k1", 1, true)
                .row(2, "k1", "UNKNOWN")
                .page(7, 5, 1, 1)
                .budget(6)
                .end();
    }

    /// Nothing happens for a while.
    Written pause(Duration span) {
        pauses.put(records.size(), pauses.lastEntry().getValue() + span.toNanos());
        return this;
    }

    private long at(int record) {
        return record * 1_000_000L + pauses.floorEntry(record).getValue();
    }

    /// The same history with another record at a place.
    Written with(String part, String other) {
        records.replaceAll(record -> record.contains(part) ? record.replace(part, other) : record);
        return this;
    }

    /// The same history without the records that have all of the parts.
    Written without(String... parts) {
        records.removeIf(record -> Arrays.stream(parts).allMatch(record::contains));
        return this;
    }

    Path saved(Path folder) {
        try {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < records.size(); i++) {
                all.append("{\"i\":%d,\"t\":%d,%s}%n".formatted(i, at(i), records.get(i)));
            }
            return Files.writeString(folder.resolve("history.jsonl"), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
