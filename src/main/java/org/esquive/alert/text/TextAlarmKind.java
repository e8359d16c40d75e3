package org.esquive.alert.text;

import java.util.List;
import org.esquive.alert.Alarm;
import org.esquive.alert.AlarmKind;
import org.esquive.alert.Means;
import org.esquive.alert.Options;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Option;
import org.springframework.stereotype.Component;

/// Texts to a keeper's phone.
@Component
public final class TextAlarmKind implements AlarmKind {
    /// Texts a day: an alert must not become the cost it warns of.
    static final int MOST_PER_DAY = 10;

    @Override
    public String name() {
        return "text";
    }

    @Override
    public List<Option> options() {
        return Questions.ALL;
    }

    @Override
    public List<String> problems(AlertSettings settings) {
        return TextOptions.problems(settings);
    }

    @Override
    public Alarm open(AlertSettings settings, Means means) {
        return new TextAlarm(TextOptions.read(new Options(settings, "a text")), means.texting());
    }

    @Override
    public int mostPerDay() {
        return MOST_PER_DAY;
    }
}
