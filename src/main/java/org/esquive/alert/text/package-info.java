/// Alerts as a text to a keeper's phone, from a line's own number: for keepers who are away from any screen.
///
/// [TextAlarmKind] says what the settings may be and how many texts a day there are at most; [TextAlarm] says in
/// one segment what the other ways say in full. `docs/alerts.md` is for keepers.
@NullMarked
package org.esquive.alert.text;

import org.jspecify.annotations.NullMarked;
