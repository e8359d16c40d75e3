package org.esquive.alert.mail;

import java.util.List;
import org.esquive.settings.Option;

/// What mails want to know.
final class Questions {
    private static final int LAST_PORT = 65_535;

    static final List<Option> ALL = List.of(
            Option.mail("to"),
            Option.mail("from"),
            Option.words("host"),
            Option.words("username").optional(),
            Option.secret("password").optional(),
            Option.oneOf("tls", "starttls", "tls", "none"),
            Option.whole("port", 1, LAST_PORT));

    private Questions() {}
}
