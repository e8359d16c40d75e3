package org.esquive.alert.text;

import java.util.List;
import org.esquive.settings.Option;

/// What texts to a keeper want to know.
final class Questions {
    static final List<Option> ALL = List.of(Option.line("line"), Option.secret("to", new Option.Input.Phone()));

    private Questions() {}
}
