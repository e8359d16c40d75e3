/// Decides alone, from the history of a run, whether its promises were kept: seven numbers that must be zero, and
/// a few rules beside them. It shares no code with the product and knows nothing but the history, whose format is
/// on [org.esquive.lab.checker.Event].
///
/// Start with [org.esquive.lab.checker.Check] to run it and [org.esquive.lab.checker.Trial] to read it.
@NullMarked
package org.esquive.lab.checker;

import org.jspecify.annotations.NullMarked;
