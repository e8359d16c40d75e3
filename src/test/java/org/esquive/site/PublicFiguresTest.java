package org.esquive.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.ledger.sqlite.SqliteStore;
import org.esquive.settings.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What strangers may know of a line: late and rounded, so that nobody sees their own text counted.
class PublicFiguresTest {
    private static final Line LINE = Fixtures.demo(200);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private Desk desk;
    private PublicFigures figures;

    @BeforeEach
    void open() {
        desk = new Desk(new SqliteStore(folder.resolve("esquive.db")));
        figures = new PublicFigures(desk.ledger().figures(), desk.clock, Runnable::run);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Counts counts() {
        var _ = figures.of(LINE); // what is a minute old is read again beside this
        return figures.of(LINE).counts();
    }

    private void text(int times) {
        for (int sender = 0; sender < times; sender++) {
            var _ = desk.text(sender, "slt");
        }
    }

    @Test
    void textsShowTwoDaysLaterRoundedDownAndForThirtyDays() {
        text(27);
        assertThat(counts()).isEqualTo(Counts.HIDDEN);

        desk.clock.step(DAY);
        assertThat(counts()).as("yesterday is not told").isEqualTo(Counts.HIDDEN);
        desk.clock.step(DAY);
        assertThat(counts().texts()).isEqualTo(20);
        assertThat(figures.until(LINE)).isEqualTo("2026-03-02");

        desk.clock.step(DAY.multipliedBy(PublicFigures.SPAN));
        assertThat(counts()).as("a month later").isEqualTo(Counts.HIDDEN);
    }

    @Test
    void oneTextMoreChangesNothingThatIsShown() {
        text(27);
        desk.clock.step(DAY.multipliedBy(2));
        Counts before = counts();

        text(1);

        desk.clock.step(Duration.ofHours(1));
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void fewAreNoneToSee() {
        text(9);
        desk.clock.step(DAY.multipliedBy(2));
        assertThat(counts().shown()).isFalse();
    }
}
