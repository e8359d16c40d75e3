package org.esquive.console.door;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/// What happens to a request that may not go on. Whoever is not signed in finds the login page, and after it what they
/// came for: the page they asked for, or the form they had filled in. A watcher who would change something is told so.
public final class Interruption implements AuthenticationEntryPoint, AccessDeniedHandler {
    /// Pages of the login page's folder that are only shown instead of another.
    static final String TYPED = "/login/typed";

    static final String REFUSED = "/login/refused";

    /// The attribute of a request under which such a page finds what was typed.
    static final String WHAT = Interruption.class.getName() + ".typed";

    private static final int LONGEST_WAY = 200;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException, ServletException {
        Optional<Typed> typed = Typed.of(request);
        if (typed.isPresent()) {
            show(typed.get(), request, response);
        } else {
            response.sendRedirect("/login" + way(request));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException, ServletException {
        Optional<Typed> typed = cause instanceof CsrfException ? Typed.of(request) : Optional.empty();
        if (typed.isPresent()) {
            show(typed.get(), request, response);
        } else {
            request.getRequestDispatcher(REFUSED).forward(request, response);
        }
    }

    private static void show(Typed typed, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(WHAT, typed);
        request.getRequestDispatcher(TYPED).forward(request, response);
    }

    /// Where to go once signed in; a form that cannot be carried is lost here, and the login page says so.
    private static String way(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "?over";
        }
        String query = request.getQueryString();
        String path = request.getServletPath() + (query == null ? "" : "?" + query);
        return path.length() <= LONGEST_WAY && Entrance.isWay(path) && !path.equals("/console")
                ? "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8)
                : "";
    }
}
