/// The front door: takes texts and receipts from every channel, commits them in batches, and only then tells the
/// network that they are received. What cannot be stored is refused with "later", so that the network keeps it.
///
/// Start with [org.esquive.intake.Intake].
@NullMarked
package org.esquive.intake;

import org.jspecify.annotations.NullMarked;
