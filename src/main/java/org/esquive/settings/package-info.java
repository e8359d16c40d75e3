/// What keepers decide: one immutable document of lines, channels and reply texts, validated as a whole and
/// stored as numbered versions. Policy receives a snapshot of it, so a change never meets a half-taken decision.
/// Beside it stands what nobody decides: the dated facts of each country, see
/// [org.esquive.settings.CountryProfile].
/// Start with [org.esquive.settings.Settings].
@NullMarked
package org.esquive.settings;

import org.jspecify.annotations.NullMarked;
