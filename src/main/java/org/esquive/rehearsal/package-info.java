/// Dry runs: a story of texts is played through the real intake, policy, ledger and dispatch on a virtual clock,
/// in seconds instead of days, and a table says what the rules saved. Nothing leaves the process. Start with
/// [org.esquive.rehearsal.October2017], then [org.esquive.rehearsal.DryRun].
@NullMarked
package org.esquive.rehearsal;

import org.jspecify.annotations.NullMarked;
