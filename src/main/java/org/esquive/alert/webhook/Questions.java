package org.esquive.alert.webhook;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.esquive.settings.Option;

/// What the call of a program wants to know.
final class Questions {
    private static final int KEY_BYTES = 32;

    static final List<Option> ALL = List.of(
            Option.address("url"),
            Option.secret("signing-secret", new Option.Input.Coined(Questions::key)),
            Option.oneOf("allow-private", "false", "true"),
            Option.secret("signing-secret-2").rare());

    private Questions() {}

    private static String key() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
