package org.esquive.alert.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.esquive.alert.Means;
import org.esquive.alert.Notices;
import org.esquive.alert.Telling;
import org.esquive.message.Segments;
import org.junit.jupiter.api.Test;

/// A keeper's phone gets one segment.
class TextAlarmTest {
    private final TextAlarmKind kind = new TextAlarmKind();

    @Test
    void aNoticeIsOneSegmentFromTheLineToTheKeeper() throws InterruptedException {
        List<String> sent = new ArrayList<>();
        Means means = new Means(() -> Notices.AT, (line, to, words) -> {
            sent.add(line + " " + to.e164() + " " + words);
            return new Telling.Told();
        });
        var settings = Notices.settings("text", "line=demo", "!to=+33 6 39 98 00 01");
        assertThat(kind.problems(settings)).isEmpty();
        assertThat(kind.open(settings, means).tell(Notices.flood())).isEqualTo(new Telling.Told());
        assertThat(sent).containsExactly("demo +33639980001 Esquive: Ligne demo : vague");
    }

    @Test
    void whatIsLongerIsCutAndWhatCostsMoreIsSaidPlainly() {
        String cut = TextAlarm.oneSegment("L’alerte " + "ça ".repeat(200));
        assertThat(Segments.of(cut).count()).isEqualTo(1);
        assertThat(cut).startsWith("L'alerte ca ca").hasSizeGreaterThan(150);
        assertThat(Segments.of(TextAlarm.oneSegment("🚨".repeat(100))).count()).isEqualTo(1);
    }

    @Test
    void badSettingsAreSaidWithoutTheNumber() {
        assertThat(kind.problems(Notices.settings("text"))).hasSize(2);
        assertThat(kind.problems(Notices.settings("text", "line=Not A Line", "!to=0639980001")))
                .hasSize(2)
                .noneMatch(problem -> problem.contains("0639980001"));
    }
}
