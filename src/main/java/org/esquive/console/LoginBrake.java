package org.esquive.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/// Slows the guessing of the password: a bucket of attempts for the whole listener, refilled slowly. A guesser
/// gets about 14,000 attempts a day at 100 random bits; a keeper who mistypes never notices.
public final class LoginBrake extends OncePerRequestFilter {
    private static final int BUCKET = 10;
    private static final Duration REFILL = Duration.ofSeconds(6);

    private final InstantSource clock;

    /// When the bucket is full again; every attempt puts it off by one refill.
    private Instant full = Instant.EPOCH;

    public LoginBrake(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getMethod().equals("POST") && request.getServletPath().equals("/login"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (mayTry(clock.instant())) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect("/login?" + Entrance.TOO_FAST);
        }
    }

    private synchronized boolean mayTry(Instant now) {
        Instant next = (full.isBefore(now) ? now : full).plus(REFILL);
        if (next.isAfter(now.plus(REFILL.multipliedBy(BUCKET)))) {
            return false;
        }
        full = next;
        return true;
    }
}
