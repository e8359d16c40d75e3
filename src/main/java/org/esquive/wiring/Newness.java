package org.esquive.wiring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.esquive.console.change.Welcome;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/// Whether the settings are still those that come with the program. Then there is no line yet but one to try, and who
/// opens the console is led to the first steps.
///
/// @param desk where settings are
/// @param properties what a new installation begins with
record Newness(SettingsDesk desk, EsquiveProperties properties) implements HandlerInterceptor {
    private static final String SHIPPED = "first-settings.yaml";

    /// Whether nobody decided anything yet. A demonstration is to be played with as it is.
    boolean isNew() {
        return desk.version() == 1
                && !properties.demo()
                && properties.settings() == null
                && SHIPPED.equals(properties.first().getFilename());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean leads = isNew()
                && request.isUserInRole("KEEPER")
                && request.getMethod().equals(HttpMethod.GET.name())
                && !isPutOff(request);
        if (leads) {
            response.sendRedirect("/console/welcome");
        }
        return !leads;
    }

    private static boolean isPutOff(HttpServletRequest request) {
        return WebUtils.getCookie(request, Welcome.PUT_OFF) != null;
    }
}
