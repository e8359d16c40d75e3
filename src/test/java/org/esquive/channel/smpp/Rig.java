package org.esquive.channel.smpp;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.esquive.channel.Listener;
import org.esquive.channel.SendResult;
import org.esquive.channel.smpp.SmppOptions.Timing;
import org.esquive.lab.Fixtures;
import org.esquive.message.Inbound;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Line;
import org.esquive.settings.Secret;

/// A channel towards a [ScriptedSmsc], with a core that answers when a test says so, and with short waits.
final class Rig implements Listener, AutoCloseable {
    static final String PASSWORD = "s3cr3t!";

    final BlockingQueue<Handed> texts = new LinkedBlockingQueue<>();
    final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
    private final SmppChannel channel;

    /// A text that waits for its answer.
    record Handed(Inbound inbound, Consumer<Taken> answer) {}

    Rig(SmppOptions options, Line... lines) {
        channel = new SmppChannel(options, List.of(lines), this, InstantSource.system());
        channel.start();
    }

    /// A channel with the usual options but for some, and deadlines that are far away.
    static Rig towards(ScriptedSmsc smsc, String... options) {
        return new Rig(patient(options(smsc.port(), options)), Fixtures.demo(100));
    }

    static SmppOptions options(int port, String... options) {
        return new OptionReader(settings(port, options)).options();
    }

    /// @param options names and values in turn
    static ChannelSettings settings(int port, String... options) {
        Map<String, String> all = new HashMap<>(Map.of(
                "host", "127.0.0.1", "port", Integer.toString(port), "system-id", "esquive", "per-second", "1000"));
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return new ChannelSettings("carrier", "smpp", all, Map.of("password", new Secret(PASSWORD)));
    }

    /// Deadlines that no test reaches, but a quick new bind.
    static SmppOptions patient(SmppOptions options) {
        return timed(options, Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    static SmppOptions timed(SmppOptions options, Duration enquireLink, Duration answer) {
        Timing timing = new Timing(
                enquireLink,
                Duration.ofMillis(50),
                answer,
                Duration.ofSeconds(5),
                Duration.ofMillis(5),
                Duration.ofMillis(5));
        return new SmppOptions(
                options.channel(),
                options.peer(),
                options.login(),
                options.binds(),
                options.alphabet(),
                options.sending(),
                options.receiving(),
                timing,
                options.longestPdu());
    }

    SmppChannel channel() {
        return channel;
    }

    /// Hands a reply over; what becomes of it comes in the queue.
    BlockingQueue<SendResult> send(long id, String words) {
        BlockingQueue<SendResult> result = new LinkedBlockingQueue<>();
        channel.send(reply(id, words), result::add);
        return result;
    }

    static Outbound reply(long id, String words) {
        return new Outbound(id, Fixtures.DEMO, Fixtures.DEMO_NUMBER, new PhoneNumber("+33639980001"), words);
    }

    /// The next text that the channel hands over.
    Handed text() throws InterruptedException {
        return await(texts);
    }

    static <T> T await(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(ScriptedSmsc.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    @Override
    public void received(Inbound inbound, Consumer<Taken> answer) {
        texts.add(new Handed(inbound, answer));
    }

    @Override
    public void received(Receipt receipt, Consumer<Taken> answer) {
        receipts.add(receipt);
        answer.accept(Taken.COMMITTED);
    }

    @Override
    public void close() {
        channel.close();
    }
}
