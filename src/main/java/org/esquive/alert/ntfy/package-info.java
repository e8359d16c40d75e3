/// Alerts as push messages, through a server of [ntfy](https://ntfy.sh), public or one's own.
///
/// [NtfyAlarmKind] says what the settings may be; [NtfyAlarm] publishes as JSON, so that any letter may be in a
/// title (<https://docs.ntfy.sh/publish/#publish-as-json>, read in November 2026). `docs/alerts.md` is for
/// keepers.
@NullMarked
package org.esquive.alert.ntfy;

import org.jspecify.annotations.NullMarked;
