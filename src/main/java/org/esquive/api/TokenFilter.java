package org.esquive.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.TokenBook;
import org.esquive.ledger.TokenBook.Token;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a program in by its token. The token is looked up by its hash for each request, so that a revoked one
/// ends at once and a guess learns nothing from how long it took.
public final class TokenFilter extends OncePerRequestFilter {
    /// What a caller's name begins with, in the audit log and as the author of settings.
    static final String AUTHOR = "token ";

    private static final Logger LOG = LoggerFactory.getLogger(TokenFilter.class);
    private static final String BEARER = "Bearer ";
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private final TokenBook book;
    private final InstantSource clock;
    private final Pace pace = new Pace();

    public TokenFilter(TokenBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            chain.doFilter(request, response);
            return;
        }
        try {
            letIn(header.substring(BEARER.length()).strip());
        } catch (Refusal refusal) {
            waitAsTold(response, refusal);
            Refusals.write(response, refusal);
            return;
        } catch (LedgerUnavailable _) {
            Refusals.write(response, new Refusal(Fault.LEDGER_UNAVAILABLE, ""));
            return;
        }
        chain.doFilter(request, response);
    }

    private void letIn(String shown) {
        Instant now = clock.instant();
        Token token = find(shown)
                .filter(found ->
                        found.expiresAt().filter(end -> !now.isBefore(end)).isEmpty())
                .orElseThrow(() -> new Refusal(Fault.BAD_TOKEN, ""));
        Duration pause = pace.take(token.id(), now);
        if (pause.isPositive()) {
            throw new Refusal(Fault.TOO_MANY_REQUESTS, "");
        }
        note(token, now);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                AUTHOR + token.name(), null, AuthorityUtils.createAuthorityList(token.scopes())));
        SecurityContextHolder.setContext(context);
    }

    private Optional<Token> find(String shown) {
        return BearerToken.isWellFormed(shown) ? book.find(BearerToken.hash(shown)) : Optional.empty();
    }

    /// A program may read while nothing can be written: that it did is then noted the next time.
    private void note(Token token, Instant now) {
        if (token.usedAt()
                .filter(used -> now.isBefore(used.plus(BETWEEN_NOTES)))
                .isPresent()) {
            return;
        }
        try {
            book.used(token.id(), now);
        } catch (LedgerUnavailable unwritable) {
            LOG.warn("event=token-use-not-noted token={}", token.id());
        }
    }

    private static void waitAsTold(HttpServletResponse response, Refusal refusal) {
        if (refusal.fault() == Fault.TOO_MANY_REQUESTS) {
            response.setHeader("Retry-After", "1");
        }
    }
}
