/// The network in a box: a channel whose phones are bubbles in memory, for the demo, for a dry run before a real
/// line is connected, and for rehearsals. Nothing leaves the machine and everything is bounded. Start with
/// [org.esquive.channel.loopback.LoopbackChannel]; `docs/channels/loopback.md` is for keepers.
@NullMarked
package org.esquive.channel.loopback;

import org.jspecify.annotations.NullMarked;
