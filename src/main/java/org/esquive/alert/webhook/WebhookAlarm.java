package org.esquive.alert.webhook;

import org.esquive.alert.Alarm;
import org.esquive.alert.Notice;
import org.esquive.alert.Telling;

/// Calls a keeper's program with a notice.
///
/// @param call the way to it
record WebhookAlarm(SignedCall call) implements Alarm {

    @Override
    public Telling tell(Notice notice) {
        return call.post(notice.id(), Body.of(notice, notice.at()));
    }
}
