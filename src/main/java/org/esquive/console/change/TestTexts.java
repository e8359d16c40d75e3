package org.esquive.console.change;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.esquive.alert.Telling;
import org.esquive.alert.Texting;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.message.Numbering;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.Line;

/// Texts a keeper's own phone from a line, to see that it works. The number is neither stored nor logged nor shown
/// again, and there are only a few texts an hour: it goes past the limits of the line, and costs what a text costs.
public final class TestTexts {
    /// Most texts an hour, of all keepers together.
    static final int MOST = 6;

    private static final Duration HOUR = Duration.ofHours(1);

    private final Texting texting;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Deque<Instant> sent = new ArrayDeque<>();

    /// What came of it.
    ///
    /// @param well whether it left
    /// @param words what to know
    /// @param foreign whether they are English on a page that is not
    public record Result(boolean well, String words, boolean foreign) {}

    public TestTexts(Texting texting, AuditLog audit, InstantSource clock) {
        this.texting = texting;
        this.audit = audit;
        this.clock = clock;
    }

    /// Sends a text of one segment.
    ///
    /// @param typed the number as the keeper typed it
    Result send(String who, Line line, String typed, Phrases phrases) throws InterruptedException {
        Optional<PhoneNumber> number = Numbering.number(typed, line.country());
        if (number.isEmpty()) {
            return new Result(false, phrases.say("settings.text.no.number"), false);
        }
        if (!isAllowed()) {
            return new Result(false, phrases.say("settings.text.enough", MOST), false);
        }
        audit.append(clock.instant(), who, Deed.TEST_SENT, "line " + line.id());
        return switch (texting.send(line.id(), number.get(), phrases.say("settings.text.words"))) {
            case Telling.Told _ -> new Result(true, phrases.say("settings.text.left"), false);
            case Telling.Failed(var cause, var _) -> new Result(false, cause, !phrases.isEnglish());
        };
    }

    private synchronized boolean isAllowed() {
        Instant now = clock.instant();
        while (!sent.isEmpty() && !sent.getFirst().plus(HOUR).isAfter(now)) {
            sent.removeFirst();
        }
        if (sent.size() >= MOST) {
            return false;
        }
        sent.addLast(now);
        return true;
    }
}
