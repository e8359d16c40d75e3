package org.esquive.alert.ntfy;

import java.util.List;
import org.esquive.settings.Option;

/// What push messages want to know.
final class Questions {
    static final List<Option> ALL =
            List.of(Option.address("url"), Option.secret("token").optional(), Option.whole("priority", 1, 5, 4));

    private Questions() {}
}
