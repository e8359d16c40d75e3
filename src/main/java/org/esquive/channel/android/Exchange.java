package org.esquive.channel.android;

import java.util.Optional;

/// What became of an HTTP request, told apart where it matters: whether the peer can have acted on it.
sealed interface Exchange {

    /// The peer answered.
    ///
    /// @param status the HTTP status
    /// @param retryAfter the header of that name
    /// @param head the beginning of the body
    record Answered(int status, Optional<String> retryAfter, String head) implements Exchange {}

    /// No byte of the request left.
    ///
    /// @param cause one sentence for a keeper, with what to do
    record NotSent(String cause) implements Exchange {}

    /// The request left, and no answer came.
    ///
    /// @param cause for a keeper
    record Lost(String cause) implements Exchange {}
}
