package org.esquive.channel;

/// How a channel is doing.
///
/// @param state up, down, or not known yet
/// @param cause one sentence for a keeper: what is wrong and what to do; empty if all is well
public record Health(State state, String cause) {

    /// Whether texts can pass.
    public enum State {
        UP,
        DOWN,
        UNKNOWN,
        /// Another node has its links and knows.
        ELSEWHERE
    }

    /// All is well.
    public static final Health UP = new Health(State.UP, "");
}
