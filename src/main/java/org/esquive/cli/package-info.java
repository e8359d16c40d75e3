/// The commands. Each is one class that says in its help what it does and what to do when it cannot; the program
/// itself is started by `run` and `demo`. Start with [org.esquive.cli.EsquiveCommand].
@NullMarked
package org.esquive.cli;

import org.jspecify.annotations.NullMarked;
