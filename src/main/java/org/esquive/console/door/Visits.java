package org.esquive.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Sessions;
import org.esquive.ledger.Sessions.Session;
import org.esquive.ledger.Sessions.Visit;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/// Whose request it is: sessions that outlive the program, that every node of a database sees, and that can be ended
/// from elsewhere. A browser has a random token in a cookie; the ledger has its hash. Nothing else is kept of a visit,
/// so that there is no session of the web server at all.
public final class Visits implements SecurityContextRepository {
    /// A session that is not used for so long is over.
    static final Duration IDLE = Duration.ofHours(8);

    /// And so is one that began so long ago.
    static final Duration LONGEST = Duration.ofDays(30);

    /// How often it is written that a session is in use.
    static final Duration BEAT = Duration.ofMinutes(1);

    private static final KeptCookie COOKIE = new KeptCookie("esquive-keeper", LONGEST);
    private static final String FRESH = Visits.class.getName() + ".fresh";
    private static final int MOST_REMEMBERED = 64;

    private final Sessions sessions;
    private final InstantSource clock;

    /// Those seen of late: a ledger that cannot be read does not put keepers out just when they should look.
    private final Map<String, Visit> seenOfLate = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Visit> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    public Visits(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /// The token of the browser: the one it brought, or the one it was given with this answer.
    static Optional<String> token(HttpServletRequest request) {
        Object fresh = request.getAttribute(FRESH);
        return fresh instanceof String token
                ? Optional.of(token).filter(each -> !each.isEmpty())
                : COOKIE.read(request);
    }

    /// Who is signed in, if the session still stands.
    Optional<Keeper> keeper(HttpServletRequest request) {
        return token(request).flatMap(this::visit).map(Keeper::of);
    }

    @Override
    @SuppressWarnings("deprecation") // the old name of what follows; it has no default
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return keeper(request).isPresent();
    }

    /// Begins a session for whoever just signed in, or ends the one of whoever just signed out.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        keeper(request).ifPresent(former -> sessions.end(former.name(), former.session()));
        if (context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof Keeper keeper) {
            request.setAttribute(FRESH, open(keeper, request, response));
        } else {
            COOKIE.take(request, response);
            request.setAttribute(FRESH, "");
        }
    }

    private String open(Keeper keeper, HttpServletRequest request, HttpServletResponse response) {
        Instant now = clock.instant();
        sessions.forget(now.minus(IDLE), now.minus(LONGEST));
        String token = Tokens.make();
        String browser = BrowserName.of(request.getHeader("User-Agent"));
        sessions.open(new Session(Tokens.hash(token), keeper.name(), now, now, browser));
        COOKIE.give(token, request, response);
        return token;
    }

    private SecurityContext context(HttpServletRequest request) {
        return keeper(request)
                .<SecurityContext>map(keeper -> new SecurityContextImpl(keeper.asAuthentication()))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    private Optional<Visit> visit(String token) {
        Instant now = clock.instant();
        Optional<Visit> visit = find(Tokens.hash(token)).filter(each -> stands(each.session(), now));
        visit.map(Visit::session)
                .filter(session -> session.seen().plus(BEAT).isBefore(now))
                .ifPresent(session -> touch(session, now));
        return visit;
    }

    private static boolean stands(Session session, Instant now) {
        return session.seen().plus(IDLE).isAfter(now)
                && session.since().plus(LONGEST).isAfter(now);
    }

    private Optional<Visit> find(String key) {
        try {
            Optional<Visit> visit = sessions.find(key);
            synchronized (seenOfLate) {
                var _ = visit.isPresent() ? seenOfLate.put(key, visit.get()) : seenOfLate.remove(key);
            }
            return visit;
        } catch (LedgerUnavailable _) {
            synchronized (seenOfLate) {
                return Optional.ofNullable(seenOfLate.get(key));
            }
        }
    }

    private void touch(Session session, Instant now) {
        try {
            sessions.touch(session.key(), now);
        } catch (LedgerUnavailable _) {
            // It is written with the next request that finds the ledger well.
        }
    }
}
