package org.esquive.wiring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/// The one account of the console. Its password is made at random at the first start and told once; only its hash
/// is kept. To get a new one, delete the file and start again.
///
/// @param hash of the password, with the name of its method in front; worked out when it is first asked for
/// @param fresh the password in clear, if it was made just now
record KeeperAccount(Supplier<String> hash, Optional<String> fresh) {
    /// Who signs in.
    static final String NAME = "keeper";

    /// 2^10 rounds, the least that OWASP asks for (Password Storage Cheat Sheet, read November 2026): the password has
    /// 99 random bits, so that the hash is not what keeps it.
    private static final int COST = 10;

    /// Letters and digits that nobody mixes up: 31 of them, so 20 make 99 bits.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    /// Knows the method of new hashes, and can learn others without losing the old.
    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
    }

    /// The account in a file, or a new one.
    static KeeperAccount load(Path path, PasswordEncoder encoder) {
        PrivateFile file = new PrivateFile(path, "The keeper's account");
        return file.read()
                .map(hash -> new KeeperAccount(() -> hash, Optional.empty()))
                .orElseGet(() -> create(file, encoder));
    }

    /// An account that ends with the program, as in a demonstration. Most demonstrations nobody signs in to, so it is
    /// not hashed before somebody does.
    static KeeperAccount passing(PasswordEncoder encoder) {
        String password = randomPassword();
        return new KeeperAccount(SingletonSupplier.of(() -> hash(password, encoder)), Optional.of(password));
    }

    private static KeeperAccount create(PrivateFile file, PasswordEncoder encoder) {
        String password = randomPassword();
        String hash = hash(password, encoder);
        file.write(hash);
        return new KeeperAccount(() -> hash, Optional.of(password));
    }

    private static String hash(String password, PasswordEncoder encoder) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private static String randomPassword() {
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, GROUPS)
                .mapToObj(_ -> random.ints(GROUP, 0, LETTERS.length())
                        .mapToObj(at -> LETTERS.substring(at, at + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    /// Without the password.
    @Override
    public String toString() {
        return "KeeperAccount[***]";
    }
}
