/// SMPP 3.4 and 5.0: how a carrier is spoken to directly. A channel keeps one or more binds; each has a thread
/// that reads and a thread that writes all that is waiting in one go.
///
/// It promises that a text is acknowledged only once it is on disk, that keep-alives are answered in any flood,
/// that no more is kept than the windows allow, and that a reply whose outcome is not known is reported as such
/// and never sent again. Start with [org.esquive.channel.smpp.SmppChannel], then
/// [org.esquive.channel.smpp.Session]; `docs/channels/smpp.md` is for keepers.
@NullMarked
package org.esquive.channel.smpp;

import org.jspecify.annotations.NullMarked;
