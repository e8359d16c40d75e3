/// What a fault is done to: the program as one or more [org.esquive.lab.faults.rig.Node]s, a carrier and a phone on
/// either side, and the history of what happened, put together by the [org.esquive.lab.faults.rig.Rig]. What the
/// nodes keep their ledger in is a [org.esquive.lab.faults.rig.Target]. A [org.esquive.lab.faults.rig.Disk] is one
/// that misbehaves.
@NullMarked
package org.esquive.lab.faults.rig;

import org.jspecify.annotations.NullMarked;
