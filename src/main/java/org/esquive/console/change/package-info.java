/// Changing what keepers decide: the pages of the settings and the first steps. Each form is a few places of one
/// document with what shall stand there; the document is judged as a whole, and becomes a new version with its author
/// that can be taken back. Of two keepers at once the second is told what the first did, and loses nothing. Start with
/// [org.esquive.console.change.Editor].
@NullMarked
package org.esquive.console.change;

import org.jspecify.annotations.NullMarked;
