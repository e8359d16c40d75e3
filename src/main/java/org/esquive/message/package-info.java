/// The vocabulary: phone numbers, senders, texts in and out, receipts, and how a text becomes segments. Values
/// only: no clock, no I/O, no framework. Start with [org.esquive.message.Inbound], then
/// [org.esquive.message.Sender].
@NullMarked
package org.esquive.message;

import org.jspecify.annotations.NullMarked;
