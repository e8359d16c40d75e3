package org.esquive.channel.smpp;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.esquive.channel.Checkup;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.PduReader.Read;
import org.esquive.channel.smpp.pdu.PduWriter;
import org.jspecify.annotations.Nullable;

/// Tries the binds of a channel, one of each kind, and ends them again. Texts that the carrier hands over
/// meanwhile are left without an answer: it delivers them again.
final class Probe {
    /// The longest that one bind is waited for, whatever the other side does.
    static final Duration LONGEST = Duration.ofSeconds(40);

    private static final int UNBIND_SEQUENCE = 2;
    private static final int UNBIND_MILLIS = 1_000;
    private static final int LONGEST_NAME = 16;

    private final SmppOptions options;

    Probe(SmppOptions options) {
        this.options = options;
    }

    /// Tries; blocks for at most [#LONGEST] a bind.
    Checkup examine() throws InterruptedException {
        List<String> sentences = new ArrayList<>();
        for (Pdu.Mode mode : options.binds().modes().stream().distinct().toList()) {
            switch (tryIn(mode)) {
                case Checkup.Trouble trouble -> {
                    return trouble;
                }
                case Checkup.Well(String sentence) -> sentences.add(sentence);
                case Checkup.Untried _ -> {}
            }
        }
        return new Checkup.Well(String.join("; ", sentences));
    }

    private Checkup tryIn(Pdu.Mode mode) throws InterruptedException {
        AtomicReference<@Nullable Socket> socket = new AtomicReference<>();
        CompletableFuture<Checkup> result = new CompletableFuture<>();
        Thread _ = Thread.ofVirtual().start(() -> {
            boolean _ = result.complete(bind(mode, socket));
        });
        try {
            return result.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException endless) {
            Socket open = socket.get();
            if (open != null) {
                Bound.hangUp(open);
            }
            return new Checkup.Trouble(options.peer() + " answers byte by byte, and never to the end.");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Checkup bind(Pdu.Mode mode, AtomicReference<@Nullable Socket> socket) {
        long began = System.nanoTime();
        try {
            Bound bound = new Dialer(options).dial(mode, socket::set);
            long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
            unbind(bound);
            return new Checkup.Well("bind accepted by SMSC id=" + printable(bound.smscId()) + " in " + millis + " ms"
                    + (options.binds().apart() ? " (" + name(mode) + ")" : ""));
        } catch (NotBound failure) {
            return new Checkup.Trouble(failure.sentence());
        } catch (RuntimeException bug) {
            return new Checkup.Trouble(
                    "The bind failed with " + bug.getClass().getSimpleName() + ". Please report this.");
        }
    }

    private static void unbind(Bound bound) {
        try {
            bound.raw().setSoTimeout(UNBIND_MILLIS);
            PduWriter writer = new PduWriter();
            writer.add(new Pdu.Unbind(UNBIND_SEQUENCE));
            writer.writeTo(bound.out());
            Read read = bound.in().next();
            for (int i = 0; i < LONGEST_NAME && read instanceof Read.Whole(Pdu.Message _); i++) {
                read = bound.in().next();
            }
        } catch (IOException gone) {
            // It ends one way or the other; the bind is what was asked about.
        } finally {
            bound.hangUp();
        }
    }

    private static String name(Pdu.Mode mode) {
        return switch (mode) {
            case TRANSMITTER -> "transmitter";
            case RECEIVER -> "receiver";
            case TRANSCEIVER -> "transceiver";
        };
    }

    /// What the SMSC calls itself, without what a terminal would obey.
    private static String printable(String smscId) {
        StringBuilder printable = new StringBuilder();
        smscId.chars()
                .limit(LONGEST_NAME)
                .map(character -> character > ' ' && character < 0x7f ? character : '?')
                .forEach(printable::appendCodePoint);
        return printable.isEmpty() ? "(none)" : printable.toString();
    }
}
