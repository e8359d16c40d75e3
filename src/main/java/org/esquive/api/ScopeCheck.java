package org.esquive.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a handler be called only by a token that allows it. What the handler needs stands on it, so that no
/// other spelling of its address can lead round the check.
public final class ScopeCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || method.hasMethodAnnotation(NeedsNothing.class)) {
            return true;
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        boolean allowed = needs != null
                && caller != null
                && caller.getAuthorities().stream()
                        .anyMatch(scope -> needs.value().word().equals(scope.getAuthority()));
        if (!allowed) {
            String scope = needs == null ? "none" : needs.value().word();
            throw new Refusal(Fault.SCOPE_MISSING, "The scope " + scope + " is needed.");
        }
        return true;
    }
}
