package org.esquive.api.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.esquive.alert.Telling;
import org.esquive.api.hook.Gathering.Gathered;
import org.esquive.ledger.DeliveryBook;
import org.esquive.ledger.DeliveryBook.Delivery;
import org.esquive.ledger.DeliveryBook.Kept;
import org.esquive.ledger.DeliveryBook.Position;
import org.esquive.ledger.DeliveryBook.State;
import org.esquive.settings.WebhookSettings;
import org.esquive.settings.WebhookSettings.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells one program what happened.
///
/// What it does not take is tried again, the same call under the same id, after seconds and then hours. What it
/// did not take for three days is given up, and so is what follows, one try each, until it takes something:
/// then it hears how much it missed. How far it was told is written with each call, so that after a restart it
/// may hear something twice.
final class Courier {
    /// How long it is tried to tell something.
    static final Duration PATIENCE = Duration.ofDays(3);

    /// Most calls in one turn: what comes faster waits, and is left out if too much waits.
    static final int MOST_CALLS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final WebhookSettings settings;
    private final Caller caller;
    private final Parts parts;
    private @Nullable Position told;
    private @Nullable Call pending;
    private Backoff backoff = Backoff.NONE;
    private Instant again = Instant.MIN;
    private boolean gaveUp;
    private Set<Event> fresh = EnumSet.noneOf(Event.class);
    private volatile Standing standing;

    /// Calls the program.
    interface Caller {
        Telling post(String id, byte[] body);
    }

    /// A call that is under way.
    ///
    /// @param id the same for each try
    /// @param then how far the program was told with it
    private record Call(String id, int events, long missed, String body, Position then, int tries) {
        Call again() {
            return new Call(id, events, missed, body, then, tries + 1);
        }

        /// How far it was told, if it never hears of this.
        Position without(Optional<Instant> failingSince) {
            return new Position(
                    then.decision(), then.reply(), then.alert(), then.lines(), missed + events, failingSince);
        }
    }

    /// @param before what it was told of before, if it is served already
    Courier(WebhookSettings settings, Caller caller, Parts parts, Optional<WebhookSettings> before) {
        this.settings = settings;
        this.caller = caller;
        this.parts = parts;
        before.ifPresent(known -> {
            fresh = EnumSet.copyOf(settings.events());
            fresh.removeAll(known.events());
        });
        this.standing = new Standing(settings, Optional.empty(), 0);
    }

    WebhookSettings settings() {
        return settings;
    }

    Standing standing() {
        return standing;
    }

    /// How far it was told of replies.
    synchronized long repliesTold() {
        return told == null ? 0 : told.reply();
    }

    /// Tells what is new, and tries again what was not taken, if its time has come.
    synchronized void turn() {
        for (int calls = 0; calls < MOST_CALLS && !steady().isBefore(again); calls++) {
            Position from = begin();
            Call call = pending == null ? gathered(from) : pending;
            if (call == null) {
                return;
            }
            pending = call.again();
            tell(pending, from);
            if (pending == null && call.events() < Gathering.MOST) {
                return;
            }
        }
    }

    /// Leaves the telling to another node, and shows how far that one is.
    synchronized void stepBack() {
        told = null;
        pending = null;
        backoff = Backoff.NONE;
        again = Instant.MIN;
        gaveUp = false;
        fresh = EnumSet.noneOf(Event.class);
        standing = parts.book()
                .position(settings.id())
                .map(at -> new Standing(settings, at.failingSince(), at.missed()))
                .orElseGet(() -> new Standing(settings, Optional.empty(), 0));
    }

    /// Calls with nothing but the question whether it arrives.
    Telling test() {
        Instant now = parts.time().day().instant();
        byte[] body = parts.bytes(parts.json(CallView.test(settings.id(), now)));
        return caller.post("esquive-test-" + parts.ids().next(), body);
    }

    /// Hands over once more what is kept, under the id that it had.
    ///
    /// @return what came of it; empty if it is not kept any more
    Optional<Telling> again(long place) {
        DeliveryBook book = parts.book();
        Optional<Kept> kept = book.delivery(settings.id(), place);
        Optional<String> body = book.body(settings.id(), place);
        if (kept.isEmpty() || body.isEmpty()) {
            return Optional.empty();
        }
        Delivery before = kept.get().delivery();
        Instant start = steady();
        Telling telling = caller.post(before.message(), parts.bytes(body.get()));
        State state = telling instanceof Telling.Told ? State.TAKEN : before.state();
        book.again(
                new Kept(place, tried(before.message(), before.events(), before.tries() + 1, start, state, telling)));
        return Optional.of(telling);
    }

    private Position begin() {
        Position known = told;
        if (known == null) {
            Position beginning =
                    Gathering.beginning(parts.sources(), parts.time().day().instant());
            known = parts.book()
                    .position(settings.id())
                    .map(old -> joined(old, beginning))
                    .orElse(beginning);
            parts.book().note(settings.id(), known);
            told = known;
        }
        return known;
    }

    /// What it did not want to hear of before begins now.
    private Position joined(Position old, Position now) {
        return new Position(
                fresh.contains(Event.DECISION) ? now.decision() : old.decision(),
                fresh.contains(Event.REPLY) ? now.reply() : old.reply(),
                fresh.contains(Event.ALERT) ? now.alert() : old.alert(),
                fresh.contains(Event.LINE) ? Map.of() : old.lines(),
                old.missed(),
                old.failingSince());
    }

    private @Nullable Call gathered(Position from) {
        Instant now = parts.time().day().instant();
        Gathered gathered = Gathering.of(settings, parts.sources(), parts.ids(), now, from);
        if (gathered.events().isEmpty()) {
            told = new Position(
                    gathered.then().decision(),
                    gathered.then().reply(),
                    gathered.then().alert(),
                    gathered.then().lines(),
                    gathered.missed(),
                    from.failingSince());
            return null;
        }
        CallView view = CallView.events(settings.id(), now, gathered.missed(), gathered.events());
        String id = "esquive-" + settings.id() + "-" + parts.ids().next();
        return new Call(id, gathered.events().size(), gathered.missed(), parts.json(view), gathered.then(), 0);
    }

    private void tell(Call call, Position from) {
        Instant start = steady();
        Telling telling = caller.post(call.id(), parts.bytes(call.body()));
        Instant now = parts.time().day().instant();
        switch (telling) {
            case Telling.Told _ -> {
                note(call, start, State.TAKEN, telling, told(call));
                backoff = Backoff.NONE;
                gaveUp = false;
                pending = null;
            }
            case Telling.Failed(var cause, var retryable) -> {
                Instant since = from.failingSince().orElse(now);
                boolean over = !now.isBefore(since.plus(PATIENCE));
                again = steady().plus((retryable ? backoff : Backoff.FULL).pause(parts.chance()));
                backoff = backoff.afterFailure();
                Position then = over ? call.without(Optional.of(since)) : failing(from, since);
                note(call, start, over ? State.GIVEN_UP : State.FAILING, telling, then);
                LOG.warn("event=webhook-not-told webhook={} tries={} cause=\"{}\"", settings.id(), call.tries(), cause);
                if (over) {
                    pending = null;
                    giveUp(cause);
                }
            }
        }
    }

    private static Position told(Call call) {
        Position then = call.then();
        return new Position(then.decision(), then.reply(), then.alert(), then.lines(), 0, Optional.empty());
    }

    private static Position failing(Position from, Instant since) {
        return new Position(
                from.decision(), from.reply(), from.alert(), from.lines(), from.missed(), Optional.of(since));
    }

    /// A keeper is told once, not of each call.
    private void giveUp(String cause) {
        if (!gaveUp) {
            parts.raise(settings, cause);
            gaveUp = true;
        }
    }

    private void note(Call call, Instant start, State state, Telling telling, Position then) {
        Delivery delivery = tried(call.id(), call.events(), call.tries(), start, state, telling);
        parts.book().record(delivery, call.body(), then);
        told = then;
        standing = new Standing(settings, then.failingSince(), then.missed());
    }

    private Delivery tried(String message, int events, int tries, Instant start, State state, Telling telling) {
        String cause = telling instanceof Telling.Failed(var why, var _) ? why : "";
        Duration took = Duration.between(start, steady());
        return new Delivery(settings.id(), message, parts.time().day().instant(), events, tries, state, took, cause);
    }

    private Instant steady() {
        return parts.time().steady().instant();
    }
}
