/// Alerts by e-mail, through any server that takes mail over SMTP with TLS.
///
/// [MailAlarmKind] says what the settings may be; [MailAlarm] sends one mail a notice. The mail says nothing of
/// the machine it comes from. `docs/alerts.md` is for keepers.
@NullMarked
package org.esquive.alert.mail;

import org.jspecify.annotations.NullMarked;
