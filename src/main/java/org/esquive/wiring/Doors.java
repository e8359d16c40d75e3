package org.esquive.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Connector;
import org.esquive.console.door.Networks;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Two listeners in one process, and what each of them knows: the public one has no console, the keepers' one has
/// no webhooks. What is on the other side does not exist on this one. A flood of one takes no connection of the
/// other. The keepers' one answers only the networks that may reach it.
final class Doors extends OncePerRequestFilter {
    /// Bytes of a request's body on either side.
    static final int LARGEST_BODY = 256 * 1024;

    private static final Set<String> OF_KEEPERS = Set.of("console", "login", "logout", "actuator", "api");
    private static final Set<String> OF_BOTH = Set.of("esquive.css", "icon.svg", "error");

    private final Connector keepers;
    private final Networks networks;

    /// @param keepers the connector of the keepers' listener
    /// @param networks from which it may be reached
    Doors(Connector keepers, Networks networks) {
        this.keepers = keepers;
        this.networks = networks;
    }

    /// Whether a request came through the keepers' listener. The port is that of the socket, which no header can
    /// change.
    boolean isKeepers(HttpServletRequest request) {
        return request.getLocalPort() == keepers.getLocalPort();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String first = firstPart(request.getServletPath());
        if (isKeepers(request) && !networks.allow(request.getRemoteAddr())) {
            refuse(response);
        } else if (isKeepers(request) && first.isEmpty()) {
            response.sendRedirect("/console");
        } else if (!isHere(first, isKeepers(request))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getContentLengthLong() > LARGEST_BODY) {
            response.setHeader("Connection", "close");
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(Networks.REFUSAL);
    }

    private static boolean isHere(String first, boolean keepers) {
        return OF_BOTH.contains(first) || OF_KEEPERS.contains(first) == keepers;
    }

    /// `console` of `/console/decisions`; the path is decoded and normal already.
    private static String firstPart(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
    }
}
