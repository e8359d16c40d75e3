package org.esquive.console.door;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Codes for the day on which the authenticator app is gone: 20 digits each, so that the keyboard of a phone will do.
/// They have 66 random bits, and each works once; only their hashes are kept.
final class RecoveryCodes {
    private static final int HOW_MANY = 8;
    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final int TEN = 10;

    private RecoveryCodes() {}

    /// New ones, to be shown once.
    static List<String> make(SecureRandom random) {
        return IntStream.range(0, HOW_MANY)
                .mapToObj(_ -> IntStream.range(0, GROUPS)
                        .mapToObj(_ -> random.ints(GROUP, 0, TEN)
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining()))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /// What is kept of them.
    ///
    /// @param name whose they are, so that the same code of two people has two hashes
    static Set<String> hashes(String name, List<String> codes) {
        return codes.stream().map(code -> hash(name, code)).collect(Collectors.toSet());
    }

    /// What is kept of one, however it is typed.
    static String hash(String name, String code) {
        return Tokens.hash("recovery " + name + ' ' + digits(code));
    }

    /// The digits of what was typed.
    static String digits(String typed) {
        return typed.codePoints()
                .filter(Character::isDigit)
                .map(digit -> Character.digit(digit, TEN))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining());
    }
}
