package org.esquive.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/// A page of a list.
///
/// @param items newest first where they have a time
/// @param next where the next page is; absent at the end. A page may be short and not be the last one.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ListView<T>(List<T> items, Optional<String> next) {

    public ListView {
        items = List.copyOf(items);
    }

    /// The whole of a list.
    static <T> ListView<T> whole(List<T> items) {
        return new ListView<>(items, Optional.empty());
    }

    /// A page.
    ///
    /// @param next after what the next page begins
    /// @param address of the page after something
    static <T> ListView<T> page(List<T> items, OptionalLong next, LongFunction<String> address) {
        return new ListView<>(
                items, next.isPresent() ? Optional.of(address.apply(next.getAsLong())) : Optional.empty());
    }
}
