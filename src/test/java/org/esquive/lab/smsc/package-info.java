/// A carrier's SMSC on loopback, as a program: it takes binds, delivers texts and takes replies, well or badly, and
/// writes down what happened. It has wire code of its own, so that it cannot share a misreading with the product.
///
/// Start with [org.esquive.lab.smsc.Smsc]. What it says over its links is a [org.esquive.lab.smsc.Traffic]: a
/// [org.esquive.lab.smsc.Load] measures, a [org.esquive.lab.smsc.Carrier] delivers each text until it is
/// acknowledged and keeps the history. How it misbehaves is its [org.esquive.lab.smsc.Script].
@NullMarked
package org.esquive.lab.smsc;

import org.jspecify.annotations.NullMarked;
