package org.esquive.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.Tlvs;
import org.esquive.message.Inbound.Identity;

/// What a repeated deliver_sm is known by: it has no id, so all of it that stays the same is compared, how often the
/// channel's links broke between, and how far their answers are known to have arrived. Safe for any thread.
final class Identities {
    private static final int LONGEST = 512;
    private static final int USUAL = 128;
    private static final char BETWEEN = '\u0001';
    private static final int[] TELLING = {
        Tlvs.USER_MESSAGE_REFERENCE,
        Tlvs.SAR_MSG_REF_NUM,
        Tlvs.SAR_TOTAL_SEGMENTS,
        Tlvs.SAR_SEGMENT_SEQNUM,
        Tlvs.MESSAGE_PAYLOAD
    };

    private final String channel;
    private final InstantSource clock;
    private final List<Assurance> links = new CopyOnWriteArrayList<>();
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong epoch;

    Identities(String channel, InstantSource clock) {
        this.channel = channel;
        this.clock = clock;
        this.epoch = new AtomicLong(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE / 2));
    }

    /// Notes that a link is bound.
    Assurance linkBegan() {
        Assurance link = new Assurance(begun.incrementAndGet(), clock);
        links.add(link);
        return link;
    }

    /// Notes that a link broke: what was not acknowledged comes again. Its answers are doubted until that counts.
    void linkBroke(Assurance link) {
        long _ = epoch.incrementAndGet();
        boolean _ = links.remove(link);
    }

    /// The identity of a text that came now.
    ///
    /// @param link the link it came by
    /// @param read when its bytes were there
    Identity of(Pdu.Message message, Assurance link, Instant read) {
        Instant assured = assuredBeside(link);
        String key = key(message);
        return new Identity.Content(key, epoch.get(), link.number(), read, assured);
    }

    private Instant assuredBeside(Assurance link) {
        Instant assured = Instant.MAX;
        for (Assurance other : links) {
            if (other != link) {
                Instant until = other.until();
                assured = until.isBefore(assured) ? until : assured;
            }
        }
        return assured;
    }

    private String key(Pdu.Message message) {
        StringBuilder key = new StringBuilder(USUAL)
                .append(channel)
                .append(BETWEEN)
                .append(message.envelope().source().digits())
                .append(BETWEEN)
                .append(message.envelope().destination().digits())
                .append(BETWEEN)
                .append(message.envelope().esmClass())
                .append(BETWEEN)
                .append(message.envelope().dataCoding())
                .append(BETWEEN);
        append(key, message.text());
        if (!message.tlvs().all().isEmpty()) {
            for (int tag : TELLING) {
                message.tlvs()
                        .value(tag)
                        .ifPresent(value -> append(key.append(BETWEEN).append(tag), value));
            }
        }
        return key.length() <= LONGEST ? key.toString() : hashed(key);
    }

    private static void append(StringBuilder key, byte[] bytes) {
        key.append(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static String hashed(CharSequence key) {
        try {
            byte[] bytes = key.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
