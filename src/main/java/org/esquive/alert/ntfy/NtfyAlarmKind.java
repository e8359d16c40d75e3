package org.esquive.alert.ntfy;

import java.util.List;
import org.esquive.alert.Alarm;
import org.esquive.alert.AlarmKind;
import org.esquive.alert.Means;
import org.esquive.alert.Options;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Option;
import org.springframework.stereotype.Component;

/// Push messages over ntfy.
@Component
public final class NtfyAlarmKind implements AlarmKind {
    @Override
    public String name() {
        return "ntfy";
    }

    @Override
    public List<Option> options() {
        return Questions.ALL;
    }

    @Override
    public List<String> problems(AlertSettings settings) {
        return NtfyOptions.problems(settings);
    }

    @Override
    public Alarm open(AlertSettings settings, Means means) {
        return new NtfyAlarm(NtfyOptions.read(new Options(settings, "an ntfy topic")));
    }
}
