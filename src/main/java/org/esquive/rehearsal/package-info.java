/// Rehearsals: a story of texts is played through the real intake, policy, ledger and dispatch on a virtual clock, in
/// seconds instead of days, under one protection after the other, and a table says what each guard saved. Nothing
/// leaves the process.
///
/// A [org.esquive.rehearsal.Scenario] is who texts when and who answers replies; `Play` is the loop that lets it
/// happen; [org.esquive.rehearsal.DryRun] is the program, and the stories of the tests use it, too;
/// [org.esquive.rehearsal.RehearsalTable] is what is shown. Start with [org.esquive.rehearsal.Scenarios].
@NullMarked
package org.esquive.rehearsal;

import org.jspecify.annotations.NullMarked;
