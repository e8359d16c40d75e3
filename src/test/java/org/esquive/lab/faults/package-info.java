/// The fault suite: the real program, as processes of its own, under load and in trouble; the checker judges what it
/// kept.
///
/// Start with [org.esquive.lab.faults.FaultSuite], which is `./esquive faults`. A [org.esquive.lab.faults.Fault] is
/// one class, and the [org.esquive.lab.faults.Catalogue] lists them; each gets a fresh
/// [org.esquive.lab.faults.rig.Rig].
@NullMarked
package org.esquive.lab.faults;

import org.jspecify.annotations.NullMarked;
