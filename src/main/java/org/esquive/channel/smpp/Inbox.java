package org.esquive.channel.smpp;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.esquive.channel.Listener;
import org.esquive.channel.Listener.Taken;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.Status;
import org.esquive.channel.smpp.pdu.TextCoding;
import org.esquive.channel.smpp.pdu.UserDataHeader;
import org.esquive.message.Inbound;
import org.esquive.settings.Line;

/// What the carrier hands over, in the words of the core: texts with their line, sender and identity, and receipts.
/// The carrier hears "received" once the core says so, and "later" otherwise. Safe for any thread.
final class Inbox {
    private static final Logger LOG = System.getLogger(Inbox.class.getName());

    private static final String STRAY = "Texts come in for a number that is no line of this channel; they are left"
            + " with the carrier. Add the line to the settings, or ask the carrier to send its texts elsewhere.";

    private final SmppOptions options;
    private final Destinations destinations;
    private final Identities identities;
    private final Listener listener;
    private final InstantSource clock;
    private final AtomicBoolean stray = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final AtomicLong unreadableReceipts = new AtomicLong();

    Inbox(SmppOptions options, List<Line> lines, Listener listener, InstantSource clock) {
        this.options = options;
        this.destinations = new Destinations(lines);
        this.identities = new Identities(options.channel());
        this.listener = listener;
        this.clock = clock;
    }

    /// Takes a deliver_sm or data_sm.
    ///
    /// @param answer is told the command_status of the response, once, from any thread
    void take(Pdu.Message message, IntConsumer answer) {
        Optional<Line> line = destinations.lineOf(message.envelope().destination());
        if (line.isEmpty()) {
            once(stray, STRAY);
            answer.accept(options.receiving().busyStatus());
            return;
        }
        Optional<Inbound> inbound = read(message, line.get());
        inbound.ifPresentOrElse(
                text -> listener.received(text, taken -> answer.accept(status(taken))),
                () -> answer.accept(options.receiving().busyStatus()));
    }

    /// The text, or nothing if reading it failed, which must not happen and must not end the session either.
    private Optional<Inbound> read(Pdu.Message message, Line line) {
        try {
            return Optional.of(new Inbound(
                    line.id(),
                    Senders.of(message.envelope().source(), line.country()),
                    Inbound.Kind.TEXT,
                    TextCoding.decode(
                                    message.text(),
                                    UserDataHeader.NONE,
                                    message.envelope().dataCoding(),
                                    options.alphabet())
                            .text(),
                    Optional.empty(),
                    identities.of(message),
                    Optional.empty()));
        } catch (RuntimeException bug) {
            once(failed, "A text could not be read: " + bug.getClass().getSimpleName() + ". Please report this.");
            return Optional.empty();
        }
    }

    private int status(Taken taken) {
        return switch (taken) {
            case COMMITTED -> Status.ESME_ROK;
            case LATER -> options.receiving().busyStatus();
        };
    }

    private void once(AtomicBoolean said, String sentence) {
        if (said.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "event=smpp-text-left channel={0} cause=\"{1}\"", options.channel(), sentence);
        }
    }

    /// Notes that a link broke: texts without an answer come again.
    void linkBroke() {
        identities.linkBroke();
    }

    /// What a keeper should know, although the link is up.
    Optional<String> trouble() {
        return stray.get() ? Optional.of(STRAY) : Optional.empty();
    }

    /// How many receipts said nothing that could be understood.
    long unreadableReceipts() {
        return unreadableReceipts.get();
    }
}
