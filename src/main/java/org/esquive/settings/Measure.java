package org.esquive.settings;

/// What a [Cap] counts.
public enum Measure {
    /// Replies decided, covers and answers to HELP, STOP and START included.
    REPLIES,
    /// Different people replied to within the window: what the plan of an ordinary SIM limits first.
    RECIPIENTS,
    /// People who were never replied to before: a forged sender is always one of them.
    NEW_RECIPIENTS,
    /// What the replies cost, in millionths of the channel's currency.
    MONEY
}
