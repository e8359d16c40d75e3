/// The way out: takes replies that are due from the ledger and hands them to channels, at each channel's pace, at
/// most once. It promises that no reply leaves twice, whatever crashes: a reply is marked SENDING on disk before
/// a channel sees it, and what is not settled afterwards ends UNKNOWN and is never sent again. Without a ledger
/// nothing is sent.
///
/// ```
/// ledger.claim ──► channel.send ──► ledger.settle     DUE → SENDING → SENT, REFUSED, UNKNOWN, or DUE again if proven
/// unsent
/// ```
///
/// Start with [org.esquive.dispatch.Dispatcher]; how fast, how many at once and how long to pause is
/// [org.esquive.dispatch.Pacer].
@NullMarked
package org.esquive.dispatch;

import org.jspecify.annotations.NullMarked;
