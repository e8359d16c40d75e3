package org.esquive.lab.faults.rig;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.esquive.lab.AppWebhooks;
import org.esquive.lab.FakeAndroidGateway;
import org.esquive.lab.smsc.History;
import tools.jackson.databind.node.ObjectNode;

/// An Android phone in a run: it brings texts by signed webhook, takes replies, and has both written down.
public final class Phone implements AutoCloseable {
    private static final String HOOK = "/hook/phone/" + Setup.TOKEN;
    private static final int OK = 200;

    private final FakeAndroidGateway gateway = new FakeAndroidGateway();
    private final AppWebhooks app = new AppWebhooks(Setup.SIGNING_KEY, InstantSource.system());
    private final AtomicLong lastAt = new AtomicLong(System.nanoTime());
    private final History history;
    private final Crowd crowd;
    private final Map<String, Integer> tries = new HashMap<>();

    /// A text that the phone has for the line.
    ///
    /// @param body of its webhook
    public record Text(String id, String sender, String body) {}

    Phone(History history, Crowd crowd) {
        this.history = history;
        this.crowd = crowd;
        gateway.onTaken(this::took);
    }

    URI url() {
        return gateway.url();
    }

    long quietNanos() {
        return System.nanoTime() - lastAt.get();
    }

    /// A text by somebody, with an id of its own.
    public Text text(String sender) {
        String id = crowd.id(Setup.PHONE_LINE, sender);
        Instant now = Instant.now();
        ObjectNode payload =
                app.payload(sender, now).put("message", id + " slt").put("messageId", "sms-" + id);
        synchronized (app) {
            return new Text(id, sender, app.event("sms:received", payload));
        }
    }

    /// Calls the webhook of a node once more.
    ///
    /// @return the status; 0 if the connection was lost
    public int deliver(Node node, Text text) {
        String leg = begin(text);
        lastAt.set(System.nanoTime());
        try {
            int status = app.post(node.page(HOOK), text.body());
            history.add("in.ack", leg + ",\"status\":" + status + ",\"ok\":" + (status == OK));
            return status;
        } catch (IOException lost) {
            history.add("in.lost", leg + ",\"why\":\"reset\"");
            return 0;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            history.add("in.lost", leg + ",\"why\":\"closed\"");
            return 0;
        } finally {
            lastAt.set(System.nanoTime());
        }
    }

    /// Writes down that a delivery begins.
    ///
    /// @return which one it is, as fields of the history
    private synchronized String begin(Text text) {
        int tried = tries.merge(text.id(), 1, Integer::sum);
        String leg = "\"line\":\"" + Setup.PHONE_LINE + "\",\"sender\":\"" + text.sender() + "\",\"id\":"
                + History.quoted(text.id()) + ",\"try\":" + tried + ",\"seg\":1,\"segs\":1";
        history.add("in.send", leg + ",\"channel\":\"android\",\"text\":" + History.quoted(text.id() + " slt"));
        history.flush();
        return leg;
    }

    /// The texts that it was asked to send.
    public List<FakeAndroidGateway.Sms> taken() {
        return gateway.taken();
    }

    private void took(FakeAndroidGateway.Sms sms) {
        String words = sms.text();
        int space = words.indexOf(' ');
        String mt = History.quoted("a" + sms.id());
        lastAt.set(System.nanoTime());
        history.add(
                "out.recv",
                "\"line\":\"" + Setup.PHONE_LINE + "\",\"sender\":\"" + sms.to() + "\",\"mt\":" + mt
                        + ",\"channel\":\"android\",\"segments\":1,\"text\":" + History.quoted(words) + ",\"for\":"
                        + History.quoted(space < 0 ? words : words.substring(0, space)));
        history.add(
                "out.resp", "\"mt\":" + mt + ",\"status\":202,\"ok\":true,\"message_id\":" + History.quoted(sms.id()));
        history.flush();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
