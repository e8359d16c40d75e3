package org.esquive.intake;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Express;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Judge;
import org.esquive.message.LineId;
import org.esquive.message.Sender;
import org.esquive.policy.Decision;
import org.esquive.policy.Moment;
import org.esquive.policy.Policy;
import org.esquive.policy.Reason;
import org.esquive.policy.Rulebook;
import org.esquive.policy.Rules;
import org.esquive.policy.Standing;

/// The policy under one version of the settings, for one commit.
///
/// A text whose decision fails, by a mistake of ours, is set aside: counted, stored as [Reason#NOT_A_TEXT], never
/// answered, and logged with its id. The decision is pure, so trying again would fail again, and refusing the
/// text would make the network bring it back for ever.
///
/// It keeps count of the leaves that it took for replies, so that they can be returned if the commit fails.
final class Bench implements Judge {
    private static final Logger LOG = System.getLogger(Bench.class.getName());

    private final Rulebook rulebook;
    private final RandomGenerator chance;
    private final Express express;
    private final Neighbourhood neighbourhood;
    private final Ids ids;
    private final Map<LineId, Integer> leaves = new HashMap<>();

    /// What lasts longer than one commit.
    ///
    /// @param chance picks the delays
    /// @param neighbourhood who lives beside whom
    /// @param ids gives ids to covers
    record Around(RandomGenerator chance, Neighbourhood neighbourhood, Ids ids) {}

    /// @param rulebook the settings, arranged for deciding
    /// @param express the short way out
    /// @param around what does not change with the settings
    Bench(Rulebook rulebook, Express express, Around around) {
        this.rulebook = rulebook;
        this.express = express;
        this.chance = around.chance();
        this.neighbourhood = around.neighbourhood();
        this.ids = around.ids();
    }

    @Override
    public Rules rules(LineId line) {
        Optional<Rules> rules = rulebook.of(line);
        return rules.orElseThrow(() -> new IllegalArgumentException("no line " + line + " in the settings"));
    }

    @Override
    public Decision decide(Arrival.Text text, Standing standing) {
        Moment moment = new Moment(text.at(), chance.nextDouble());
        try {
            return Policy.decide(text.inbound(), standing, rules(text.line()), moment);
        } catch (RuntimeException | StackOverflowError mistake) {
            LOG.log(Level.ERROR, "event=set-aside line=" + text.line() + " text=" + text.id(), withoutMessage(mistake));
            return new Decision.Silence(Reason.NOT_A_TEXT);
        }
    }

    @Override
    public Crowd crowd(Arrival.Text text, boolean newcomer) {
        return text.inbound().sender() instanceof Sender.Mobile(var number, var _)
                ? neighbourhood.crowd(number, text, newcomer)
                : Crowd.NOBODY;
    }

    @Override
    public long coverId() {
        return ids.next();
    }

    @Override
    public boolean leavesNow(LineId line) {
        boolean leaves = express.take(line);
        if (leaves) {
            this.leaves.merge(line, 1, Integer::sum);
        }
        return leaves;
    }

    @Override
    public void again() {
        failed();
    }

    /// Returns the leaves that were taken: nothing of the commit was kept.
    void failed() {
        leaves.forEach(express::giveBack);
        leaves.clear();
    }

    /// Where it happened; the message of a failure may hold what was written.
    static Throwable withoutMessage(Throwable mistake) {
        Throwable bare = new IllegalStateException(mistake.getClass().getName());
        bare.setStackTrace(mistake.getStackTrace());
        return bare;
    }
}
