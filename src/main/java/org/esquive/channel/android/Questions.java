package org.esquive.channel.android;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.esquive.settings.Option;

/// What a phone wants to know, in the order in which its app shows it.
final class Questions {
    private static final int TOKEN_BYTES = 24;

    static final List<Option> ALL = List.of(
            Option.address("url"),
            Option.words("username"),
            Option.secret("password"),
            Option.secret("signing-key"),
            Option.secret("token", new Option.Input.Coined(Questions::token)),
            Option.whole("sim", 1, OptionReader.MOST_SIMS),
            Option.whole("sim." + Option.EACH_LINE, 1, OptionReader.MOST_SIMS),
            Option.whole("per-minute", 1, OptionReader.MOST_PER_MINUTE, OptionReader.DEFAULT_PER_MINUTE),
            Option.whole("ttl", 60, 86_400, OptionReader.DEFAULT_TTL_SECONDS),
            Option.secret("signing-key-2").rare());

    private Questions() {}

    private static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
