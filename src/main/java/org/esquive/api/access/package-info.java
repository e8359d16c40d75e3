/// The keepers' pages about programs: which tokens there are ([AccessPage]), and what each webhook was told
/// ([DeliveriesPage]).
///
/// They stand here and not with the console because they show what the interface for programs alone knows.
@NullMarked
package org.esquive.api.access;

import org.jspecify.annotations.NullMarked;
