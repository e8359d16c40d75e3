package org.esquive.alert.webhook;

import java.util.List;
import org.esquive.alert.Alarm;
import org.esquive.alert.AlarmKind;
import org.esquive.alert.Means;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Option;
import org.springframework.stereotype.Component;

/// Calls of a keeper's program.
@Component
public final class WebhookAlarmKind implements AlarmKind {
    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public List<Option> options() {
        return Questions.ALL;
    }

    @Override
    public List<String> problems(AlertSettings settings) {
        return SignedCall.problems(settings);
    }

    @Override
    public Alarm open(AlertSettings settings, Means means) {
        return new WebhookAlarm(SignedCall.to(settings, means.clock()));
    }
}
