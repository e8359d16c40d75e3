package org.esquive.channel.smpp;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.esquive.channel.Listener;
import org.esquive.channel.Listener.Taken;
import org.esquive.channel.smpp.pdu.Content;
import org.esquive.channel.smpp.pdu.DeliveryReceipt;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.Status;
import org.esquive.message.Inbound;
import org.esquive.message.Receipt;
import org.esquive.message.Receipt.Match.ByProviderId;
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
        this.identities = new Identities(options.channel(), clock);
        this.listener = listener;
        this.clock = clock;
    }

    /// What a message is to the core.
    private sealed interface Read {
        /// A text, or what only looks like one.
        record Text(Inbound inbound) implements Read {}

        /// News of a reply.
        record News(Receipt receipt) implements Read {}

        /// A receipt that says nothing of use: it is acknowledged, or it would come for ever.
        record Nothing() implements Read {}

        /// What has to stay with the carrier.
        record NotNow() implements Read {}
    }

    /// Takes a deliver_sm or data_sm.
    ///
    /// @param link the link it came by
    /// @param read when its bytes were there
    /// @param answer is told the command_status of the response, once, from any thread
    void take(Pdu.Message message, Assurance link, Instant read, IntConsumer answer) {
        switch (readSafely(message, link, read)) {
            case Read.Text(var inbound) -> listener.received(inbound, taken -> answer.accept(status(taken)));
            case Read.News(var receipt) -> listener.received(receipt, taken -> answer.accept(status(taken)));
            case Read.Nothing _ -> answer.accept(Status.ESME_ROK);
            case Read.NotNow _ -> answer.accept(options.receiving().busyStatus());
        }
    }

    /// A mistake of ours must neither lose a text nor end the session.
    private Read readSafely(Pdu.Message message, Assurance link, Instant read) {
        try {
            return read(message, link, read);
        } catch (RuntimeException bug) {
            once(failed, "A text could not be read: " + bug.getClass().getSimpleName() + ". Please report this.");
            return new Read.NotNow();
        }
    }

    private Read read(Pdu.Message message, Assurance link, Instant read) {
        Optional<Line> line = destinations.lineOf(message.envelope().destination());
        if (DeliveryReceipt.isReceipt(message)) {
            return receipt(message, line);
        }
        Content content = Content.of(message, options.alphabet());
        boolean likeReceipt = content.text().indexOf(':') > 0 && DeliveryReceipt.looksLikeReceipt(content.text());
        if (likeReceipt && options.receiving().receiptsInText()) {
            return receipt(message, line);
        }
        if (line.isEmpty()) {
            once(stray, STRAY);
            return new Read.NotNow();
        }
        boolean forPeople = content.forPeople() && !likeReceipt;
        return new Read.Text(new Inbound(
                line.get().id(),
                Senders.of(message.envelope().source(), line.get().country()),
                forPeople ? Inbound.Kind.TEXT : Inbound.Kind.OTHER,
                content.text(),
                Optional.empty(),
                identities.of(message, link, read),
                content.segment()));
    }

    private Read receipt(Pdu.Message message, Optional<Line> line) {
        DeliveryReceipt receipt = DeliveryReceipt.of(message, options.alphabet());
        Optional<ByProviderId> match = receipt.match().map(this::asWritten);
        Optional<Receipt.State> state = receipt.state();
        if (line.isEmpty() || match.isEmpty() || state.isEmpty()) {
            long _ = unreadableReceipts.incrementAndGet();
            return new Read.Nothing();
        }
        return new Read.News(new Receipt(line.get().id(), match.get(), state.get(), clock.instant()));
    }

    private ByProviderId asWritten(ByProviderId match) {
        return options.receiving().exactReceiptIds() ? new ByProviderId(match.id()) : match;
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

    /// Notes that a link is bound.
    Assurance linkBegan() {
        return identities.linkBegan();
    }

    /// Notes that a link broke: texts without an answer come again.
    void linkBroke(Assurance link) {
        identities.linkBroke(link);
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
