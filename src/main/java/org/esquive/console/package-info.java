/// What keepers see, behind a password and on a listener of its own: how the line is doing now, and every
/// decision with its reason in words. No number and no text ever gets here. The pages work without script, by
/// reload; with it they update themselves. Start with [org.esquive.console.Now].
@NullMarked
package org.esquive.console;

import org.jspecify.annotations.NullMarked;
