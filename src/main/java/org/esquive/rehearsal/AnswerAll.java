package org.esquive.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.esquive.message.PhoneNumber;
import org.esquive.rehearsal.Coming.What;

/// What the first number did: it answered every text, at once, as long as there was money. No rule of ours is
/// part of this.
final class AnswerAll {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final String WORDS = "Bonjour.";

    private final Scenario scenario;
    private final Timeline timeline;
    private final Witness witness;
    private final Coming coming = new Coming();
    private final Map<PhoneNumber, Actor> actors = new HashMap<>();
    private final Instant end;

    AnswerAll(Scenario scenario, Timeline timeline) {
        this.scenario = scenario;
        this.timeline = timeline;
        this.witness = new Witness(scenario.staging().exists());
        this.end = scenario.end().plus(Rehearsal.LAST_REPLIES);
        coming.add(scenario.texts());
    }

    /// Answers until the end of the story: of machines that answer each other there is no other.
    Witness toTheEnd(Actor.Props props) {
        List<Actor> troupe = scenario.staging().troupe().enter(props);
        troupe.forEach(actor -> actors.put(actor.number(), actor));
        while (coming.next().filter(at -> at.isBefore(end)).isPresent()) {
            if (coming.take() instanceof What.Comes(var text)) {
                answer(text);
            }
        }
        troupe.forEach(Actor::close);
        return witness;
    }

    private void answer(Scenario.Text text) {
        Instant leaves = text.at().plus(AT_ONCE);
        witness.comes(text);
        timeline.text(text.at());
        witness.leaves(text.from(), WORDS);
        timeline.reply(leaves);
        Actor actor = actors.get(text.from());
        if (actor != null && scenario.staging().exists().test(text.from())) {
            coming.add(actor.reads(leaves, WORDS));
        }
    }
}
