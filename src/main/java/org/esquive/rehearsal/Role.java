package org.esquive.rehearsal;

/// Why a number appears in a story.
public enum Role {
    /// Somebody who texts the line, as people do who were given its number.
    GENUINE,
    /// Somebody who texts the line to harm it.
    RAIDER,
    /// Somebody who never texted: another one writes under their number.
    FORGED,
    /// A machine that answers what it gets.
    ROBOT
}
