package org.esquive.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.Period;

/// What a line or a channel may say, beside what it said.
///
/// @param scope whose budget it is
/// @param caps the most
/// @param spending what was said
/// @param zone whose calendar its days are of
public record Budget(Hold.Scope scope, Caps caps, Spending spending, ZoneId zone) {
    private static final Cap[] CAPS = Cap.values();

    /// Of a hundred: from here on a keeper should know.
    public static final int NEAR = 80;

    /// A cap of fewer than this is near its end from the beginning, which nobody needs to be told.
    private static final int SMALL = 5;

    /// A cap that one more reply brought near its end, or to it.
    ///
    /// @param scope whose it is
    /// @param cap which
    /// @param spent what was said by now
    /// @param most what it allows
    public record Crossing(Hold.Scope scope, Cap cap, long spent, long most) {

        /// Whether nothing is left.
        public boolean isEnd() {
            return spent >= most;
        }
    }

    /// The first cap that an expense would pass, if it would pass one.
    Optional<Hold> hold(Expense expense, Instant now) {
        Windows windows = spending.at(now, zone);
        for (Cap cap : CAPS) {
            Long most = caps.most().get(cap);
            if (most != null && isPassed(cap, most, expense, windows)) {
                return Optional.of(hold(cap, now));
            }
        }
        for (Map.Entry<String, Integer> prefix : caps.perPrefix().entrySet()) {
            boolean counts = expense.to().startsWith(prefix.getKey());
            if (counts && spending.soFar(prefix.getKey(), windows) + expense.replies() > prefix.getValue()) {
                Hold ofDay = hold(Cap.REPLIES_PER_DAY, now);
                return Optional.of(new Hold(Hold.Scope.PREFIX, ofDay.cause(), ofDay.until()));
            }
        }
        return Optional.empty();
    }

    /// Every cap that has nothing left: each keeps somebody from being answered.
    public List<Hold> holds(Instant now) {
        Windows windows = spending.at(now, zone);
        List<Hold> holds = new ArrayList<>();
        caps.most().forEach((cap, most) -> {
            if (spending.soFar(cap, windows) >= most) {
                holds.add(hold(cap, now));
            }
        });
        return holds;
    }

    /// The caps that an expense just brought near their end, or to it: each once a window.
    ///
    /// @param before what was said without it
    public List<Crossing> crossings(Spending before, Instant now) {
        Windows windows = spending.at(now, zone);
        List<Crossing> crossings = List.of();
        for (Cap cap : CAPS) {
            Long most = caps.most().get(cap);
            if (most != null && isWorthTelling(cap, spending.count(cap), most)) {
                long was = before.soFar(cap, windows);
                boolean near = was < most && !isWorthTelling(cap, was, most);
                if (near || (was < most && spending.count(cap) >= most)) {
                    crossings = crossings.isEmpty() ? new ArrayList<>() : crossings;
                    crossings.add(new Crossing(scope, cap, spending.count(cap), most));
                }
            }
        }
        return crossings;
    }

    /// The budget once something more is said.
    public Budget after(Expense expense, Instant now) {
        return new Budget(scope, caps, spending.after(expense, caps, spending.at(now, zone), zone), zone);
    }

    private boolean isPassed(Cap cap, long most, Expense expense, Windows windows) {
        long more = expense.of(cap, windows, zone);
        return more > 0 && spending.soFar(cap, windows) + more > most;
    }

    /// Whether so much is near the end of a cap, or its end; of short windows and small caps, its end alone.
    private static boolean isWorthTelling(Cap cap, long spent, long most) {
        boolean soon = most >= SMALL && cap.period() != Period.MINUTE;
        return soon ? spent * 100 >= most * NEAR : spent >= most;
    }

    private Hold hold(Cap cap, Instant now) {
        return new Hold(scope, Hold.Cause.valueOf(cap.name()), Optional.of(Windows.endOf(cap.period(), now, zone)));
    }
}
