/// Tells keepers what they should know: from the alerts that commits raise and the conditions that no commit
/// sees to a notice by mail, ntfy, webhook or text, one a cause and window.
///
/// [Watch] is the loop: it has [Conditions] looked at, writes what they raise into the ledger, and lets each
/// [Destination] catch up with the ledger's [org.esquive.ledger.AlertBook]. A destination remembers there how far
/// it was told, so that nothing is lost over a restart; a notice may come twice, never not at all. What a notice
/// says comes from [Words]; how it travels is the affair of an [AlarmKind], one folder each.
@NullMarked
package org.esquive.alert;

import org.jspecify.annotations.NullMarked;
