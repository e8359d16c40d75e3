package org.esquive.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.esquive.message.Fingerprint;
import org.esquive.message.Inbound;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;

/// The keys that stand between the database and the numbers: made from one instance key that is kept outside the
/// database and outside its backups. Without it, a stolen database holds no number.
///
/// Fingerprints are HMAC-SHA-256 cut to 16 bytes; sealing is AES-256-GCM with a random nonce of 12 bytes in
/// front.
public final class Keyring {
    /// Length of the instance key in bytes.
    public static final int KEY_LENGTH = 32;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final ThreadLocal<Mac> senders;
    private final ThreadLocal<Mac> optOuts;
    private final ThreadLocal<Mac> identities;
    private final ThreadLocal<Mac> contents;
    private final SecretKey sealing;
    private final SecureRandom random = new SecureRandom();

    /// @param instanceKey exactly 32 bytes
    public Keyring(byte[] instanceKey) {
        if (instanceKey.length != KEY_LENGTH) {
            throw new IllegalArgumentException("expected an instance key of " + KEY_LENGTH + " bytes");
        }
        this.senders = mac(derive(instanceKey, "sender", "HmacSHA256"));
        this.optOuts = mac(derive(instanceKey, "opt-out", "HmacSHA256"));
        this.identities = mac(derive(instanceKey, "identity", "HmacSHA256"));
        this.contents = mac(derive(instanceKey, "content", "HmacSHA256"));
        this.sealing = derive(instanceKey, "sealing", "AES");
    }

    /// The fingerprint under which a sender's texts are counted.
    public Fingerprint sender(Sender sender) {
        return fingerprint(senders, sender.key());
    }

    /// The fingerprint under which a sender's wish for silence is kept, for as long as the line lives.
    public Fingerprint optOut(Sender sender) {
        return fingerprint(optOuts, sender.key());
    }

    /// The fingerprint of an identity key, in which a provider may have put a number.
    public Fingerprint identity(Inbound.Identity.Key identity) {
        return fingerprint(identities, identity.key());
    }

    /// The fingerprint of all that a delivery to a line has in common with its repetition.
    public Fingerprint content(LineId line, Inbound.Identity.Content content) {
        return fingerprint(contents, line.value() + ' ' + content.key());
    }

    /// What tells this key from another without telling anything of it.
    public byte[] mark() {
        return fingerprint(identities, "the instance key").bytes();
    }

    /// Seals a number for the time a reply is pending.
    public byte[] seal(PhoneNumber number) {
        return seal(number.e164());
    }

    /// Opens a sealed number.
    public PhoneNumber openNumber(byte[] sealed) {
        return new PhoneNumber(open(sealed));
    }

    /// Seals a secret of the settings.
    public byte[] seal(String clear) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, clear.getBytes(StandardCharsets.UTF_8));
        byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return whole;
    }

    /// Opens what [#seal(String)] sealed.
    ///
    /// @throws IllegalArgumentException if it was sealed under another key or was changed
    public String open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] clear = crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
        return new String(clear, StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalArgumentException("sealed under another instance key, or changed since", failure);
        }
    }

    private static Fingerprint fingerprint(ThreadLocal<Mac> mac, String address) {
        byte[] whole = mac.get().doFinal(address.getBytes(StandardCharsets.UTF_8));
        return Fingerprint.of(Arrays.copyOf(whole, Fingerprint.LENGTH));
    }

    private static SecretKey derive(byte[] instanceKey, String purpose, String algorithm) {
        try {
            byte[] label = ("esquive " + purpose).getBytes(StandardCharsets.US_ASCII);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract().addIKM(instanceKey).thenExpand(label, KEY_LENGTH));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", impossible);
        }
    }

    private static ThreadLocal<Mac> mac(SecretKey key) {
        return ThreadLocal.withInitial(() -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return mac;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("this Java has no HMAC-SHA-256", impossible);
            }
        });
    }
}
