package org.esquive.alert.mail;

import java.util.List;
import org.esquive.alert.Alarm;
import org.esquive.alert.AlarmKind;
import org.esquive.alert.Means;
import org.esquive.alert.Options;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Option;
import org.springframework.stereotype.Component;

/// Mails over SMTP.
@Component
public final class MailAlarmKind implements AlarmKind {
    @Override
    public String name() {
        return "mail";
    }

    @Override
    public List<Option> options() {
        return Questions.ALL;
    }

    @Override
    public List<String> problems(AlertSettings settings) {
        return MailOptions.problems(settings);
    }

    @Override
    public Alarm open(AlertSettings settings, Means means) {
        return new MailAlarm(MailOptions.read(new Options(settings, "a mail")));
    }
}
