package org.esquive.settings;

/// The windows in which a [Cap] counts: whole minutes and hours, and the days and months of a calendar.
public enum Period {
    /// From one full minute to the next.
    MINUTE,
    /// From one full hour to the next.
    HOUR,
    /// From midnight to midnight.
    DAY,
    /// From the first of a month to the first of the next.
    MONTH
}
