/// Alerts as signed calls of a keeper's own program, by [Standard Webhooks](https://www.standardwebhooks.com)
/// (read in November 2026).
///
/// [WebhookAlarmKind] says what the settings may be, [Body] what is told. [SignedCall] calls, for the interface
/// for programs too: [Signature] says how it is proven, [PublicAddress] which machines may be called, and
/// [OneCall] calls exactly the machine that was looked at. `docs/alerts.md` is for keepers.
@NullMarked
package org.esquive.alert.webhook;

import org.jspecify.annotations.NullMarked;
