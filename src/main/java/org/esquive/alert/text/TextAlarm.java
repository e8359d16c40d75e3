package org.esquive.alert.text;

import org.esquive.alert.Alarm;
import org.esquive.alert.Notice;
import org.esquive.alert.Telling;
import org.esquive.alert.Texting;
import org.esquive.message.Plain;
import org.esquive.message.Segments;

/// Texts a notice to a keeper's phone: its first line, in letters that cost little, in one segment.
final class TextAlarm implements Alarm {
    private final TextOptions options;
    private final Texting texting;

    TextAlarm(TextOptions options, Texting texting) {
        this.options = options;
        this.texting = texting;
    }

    @Override
    public Telling tell(Notice notice) throws InterruptedException {
        return texting.send(options.line(), options.to(), oneSegment(notice.subject()));
    }

    /// The words, as many of them as one segment holds.
    static String oneSegment(String words) {
        String plain = Plain.of(words).text();
        while (Segments.of(plain).count() > 1) {
            int end = plain.offsetByCodePoints(plain.length(), -1);
            plain = plain.substring(0, end);
        }
        return plain;
    }
}
