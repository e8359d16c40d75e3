/// The edges: what every way to the phone network owes the core, and what the core owes it. A channel translates,
/// it never decides. Each kind lives in one folder below and sees no other. Start with
/// [org.esquive.channel.Channel].
@NullMarked
package org.esquive.channel;

import org.jspecify.annotations.NullMarked;
