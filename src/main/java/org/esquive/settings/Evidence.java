package org.esquive.settings;

import java.time.LocalDate;

/// Where a fact of a [CountryProfile] comes from, and how far it may be trusted.
///
/// @param mark who says so
/// @param source the id of the source among those of the profile, or [#NO_SOURCE] for an unverified fact
/// @param date the latest day on which the source is known to have said so: the day of the page where it has one,
/// else the day it was read
public record Evidence(Mark mark, String source, LocalDate date) {
    /// Stands where nobody was found who says so.
    public static final String NO_SOURCE = "none";

    /// Who says so.
    public enum Mark {
        /// The operator, a regulator or another public authority.
        VERIFIED,
        /// The press, a provider or another third party.
        PRESS,
        /// Nobody whom we could name: never shown to the public.
        UNVERIFIED
    }

    /// Whether the fact may stand on a page that anybody reads.
    public boolean isPublic() {
        return mark == Mark.VERIFIED;
    }
}
