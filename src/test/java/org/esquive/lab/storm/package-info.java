/// Puts the product under load, does it harm, and has the checker judge what it kept. The
/// [org.esquive.lab.storm.Subject] is a process of the product's own parts; the [org.esquive.lab.storm.Storm] kills
/// it again and again; a [org.esquive.lab.storm.Trouble] happens to a link, within one process.
@NullMarked
package org.esquive.lab.storm;

import org.jspecify.annotations.NullMarked;
