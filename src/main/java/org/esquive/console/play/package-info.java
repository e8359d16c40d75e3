/// Rehearsals in the browser: a keeper chooses a story and sees what it would have done to an unprotected number, to a
/// line as it is shipped, and to a line of their own. It promises that nothing is sent, that the live ledger is not
/// touched, and that live texts come first.
///
/// [org.esquive.console.play.Room] is the page, [org.esquive.console.play.Stage] plays in the background. Start with
/// the stage.
@NullMarked
package org.esquive.console.play;

import org.jspecify.annotations.NullMarked;
