package org.esquive.lab.smsc;

import java.util.HashMap;
import java.util.Map;

/// The replies that came, whole: pieces of a long one are answered singly and recorded once.
final class Replies {
    /// Has letters in hexadecimal, so that the two ways to write an id differ.
    private static final long FIRST_ID = 0xa0000;

    private final Script script;
    private final History history;
    private final Map<String, Pieces> unfinished = new HashMap<>();
    private long count;
    private long lastAt;
    private long ids;

    private static final class Pieces {
        private final String[] words;
        private int missing;

        Pieces(int total) {
            words = new String[total];
            missing = total;
        }

        /// @return whether it is whole now
        boolean add(int number, String text) {
            missing -= words[number - 1] == null ? 1 : 0;
            words[number - 1] = text;
            return missing == 0;
        }
    }

    Replies(Script script, History history) {
        this.script = script;
        this.history = history;
    }

    synchronized long count() {
        return count;
    }

    synchronized long lastAt() {
        return lastAt;
    }

    synchronized void take(Link link, Submission reply, long now) {
        byte[] body = reply.body();
        int header = reply.headerLength(body);
        String words = reply.words(body);
        lastAt = now;
        int total = header >= 6 && body[1] == 0 ? body[4] & 0xff : 1;
        if (total > 1) {
            String key = reply.destination() + "/" + body[3] + "/" + total;
            Pieces pieces = unfinished.computeIfAbsent(key, _ -> new Pieces(total));
            int number = Math.min(total, Math.max(1, body[5] & 0xff));
            if (!pieces.add(number, words)) {
                if (link.willAnswer()) {
                    link.answer(reply.sequence(), script.status(now), nextId());
                }
                return;
            }
            words = String.join("", pieces.words);
            var _ = unfinished.remove(key);
        }
        complete(link, reply, words, total);
    }

    private void complete(Link link, Submission reply, String words, int segments) {
        long mt = ++count;
        int space = words.indexOf(' ');
        String first = space < 0 ? words : words.substring(0, space);
        history.add(
                "out.recv",
                "\"line\":" + History.quoted("+" + reply.source()) + ",\"sender\":"
                        + History.quoted("+" + reply.destination()) + ",\"mt\":" + mt
                        + ",\"channel\":\"smpp\",\"segments\":" + segments + ",\"text\":" + History.quoted(words)
                        + ",\"for\":" + History.quoted(first));
        if (!link.willAnswer()) {
            history.add("out.resp", "\"mt\":" + mt + ",\"withheld\":true");
            return;
        }
        int status = script.status(lastAt);
        String id = nextId();
        String ok = status == Wire.OK ? "true,\"message_id\":\"" + id + "\"" : "false";
        boolean receipted = status == Wire.OK && script.receipts != Script.Receipts.NONE;
        history.add("out.resp", "\"mt\":" + mt + ",\"status\":" + status + ",\"ok\":" + ok);
        if (receipted && script.receiptFirst) {
            receipt(link.receiver(), mt, id, reply);
        }
        link.answer(reply.sequence(), status, id);
        if (receipted && !script.receiptFirst) {
            receipt(link.receiver(), mt, id, reply);
        }
    }

    private String nextId() {
        ids++;
        return script.hexIds ? Long.toHexString(FIRST_ID + ids) : Long.toString(FIRST_ID + ids);
    }

    private void receipt(Link link, long mt, String id, Submission reply) {
        String decimal = Long.toString(FIRST_ID + ids);
        String text = "id:" + decimal
                + " sub:001 dlvrd:001 submit date:2611232200 done date:2611232201 stat:DELIVRD err:000" + " text:";
        String tlvId = script.receipts == Script.Receipts.TLV ? id : "";
        history.add("receipt", "\"mt\":" + mt + ",\"state\":\"DELIVERED\"");
        link.raw(Deliveries.receipt(link.nextSequence(), reply, text, tlvId).copy());
    }
}
