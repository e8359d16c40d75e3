package org.esquive.console.door;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/// Passwords: which ones are good, how they are made at random, and how they are kept.
///
/// They are kept as Argon2id with 7 MiB and 5 passes, one of the settings of the
/// [OWASP Password Storage Cheat
/// Sheet](https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html)
/// (read November 2026): the one of least memory, for small machines. Decision 14 says why.
///
/// A good one is long: at least 15 characters, as [NIST SP 800-63B-4](https://pages.nist.gov/800-63-4/sp800-63b.html)
/// (July 2025, section 3.1.1.2) asks where a password may stand alone; no rule says which. What anybody would guess
/// first is refused.
public final class Passwords {
    /// The fewest characters of a password that somebody chooses.
    public static final int LEAST = 15;

    /// The most; nobody types more, and each must be hashed.
    public static final int MOST = 128;

    private static final int MEMORY_KIB = 7 * 1_024;
    private static final int PASSES = 5;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /// Letters and digits that nobody mixes up: 31 of them, so 20 make 99 bits.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    private static final String LASTING = "argon2id";
    private static final String PASSING = "pbkdf2";

    /// Of a password that nobody has.
    private static final String OF_NOBODY =
            "{argon2id}$argon2id$v=19$m=7168,t=5,p=1$AZf2QBAsxJqLuYppLzSzrw$oUFhSsZl8Fiq5KEjX1Wkr+6PV6NDzpaxSY/0+p7Zf6A";

    /// What must be left of a password once everything that is guessed first is taken out of it.
    private static final int LEAST_LEFT = 8;

    private static final int FEWEST_KINDS = 4;
    private static final String GUESSED_FIRST = "/guessed-passwords.txt";

    private static final Supplier<List<String>> GUESSED = SingletonSupplier.of(Passwords::guessed);

    /// One at a time: each takes 7 MiB while it is worked out.
    private final Semaphore turn = new Semaphore(1, true);

    private final Supplier<PasswordEncoder> encoder = SingletonSupplier.of(Passwords::encoder);

    /// Why a password is not taken.
    public enum Problem {
        SHORT,
        LONG,
        GUESSED
    }

    /// What is wrong with a password, if something is.
    ///
    /// @param name whose it is to be
    public static Optional<Problem> problem(String password, String name) {
        String normal = normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < LEAST) {
            return Optional.of(Problem.SHORT);
        }
        if (length > MOST) {
            return Optional.of(Problem.LONG);
        }
        return isGuessed(normal.toLowerCase(Locale.ROOT), name) ? Optional.of(Problem.GUESSED) : Optional.empty();
    }

    /// A new password of 99 random bits, in five groups.
    public static String random() {
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, GROUPS)
                .mapToObj(_ -> random.ints(GROUP, 0, LETTERS.length())
                        .mapToObj(at -> LETTERS.substring(at, at + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    /// The hash to keep of a password, with the name of its method in front.
    public String hash(String password) {
        return inTurn(encoder -> Objects.requireNonNull(encoder.encode(normal(password))));
    }

    /// The hash to keep of a password of ours that ends with the program, made in a millisecond: its 99 random bits
    /// are beyond guessing whatever the hash.
    public String hashOfPassing(String password) {
        return '{' + PASSING + '}' + passing().encode(password);
    }

    /// Whether a password is the one of a hash. It takes as long if there is none.
    public boolean matches(String password, Optional<String> hash) {
        boolean right = inTurn(encoder -> encoder.matches(normal(cut(password)), hash.orElse(OF_NOBODY)));
        return right && hash.isPresent();
    }

    /// Whether a hash was made by a method of former times, and should be made anew now that the password is known.
    public boolean isOld(String hash) {
        return encoder.get().upgradeEncoding(hash);
    }

    private <T> T inTurn(Function<PasswordEncoder, T> work) {
        turn.acquireUninterruptibly();
        try {
            return work.apply(encoder.get());
        } finally {
            turn.release();
        }
    }

    private static String cut(String password) {
        return password.substring(0, Math.min(password.length(), 4 * MOST));
    }

    /// The same characters are the same password, however the keyboard puts them together.
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static boolean isGuessed(String password, String name) {
        String left = password;
        for (String word :
                Stream.concat(Stream.of(name), GUESSED.get().stream()).toList()) {
            left = word.isEmpty() ? left : left.replace(word, "");
        }
        return left.length() < LEAST_LEFT || left.chars().distinct().count() < FEWEST_KINDS;
    }

    private static List<String> guessed() {
        try (InputStream words = Passwords.class.getResourceAsStream(GUESSED_FIRST)) {
            return new String(Objects.requireNonNull(words).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static PasswordEncoder encoder() {
        Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, HASH_BYTES, Argon2.ID);
        return new DelegatingPasswordEncoder(
                LASTING,
                Map.of(
                        LASTING,
                        new Argon2Password4jPasswordEncoder(argon2),
                        "bcrypt",
                        new BCryptPasswordEncoder(),
                        PASSING,
                        passing()));
    }

    private static PasswordEncoder passing() {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, 1_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }
}
