package org.esquive.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.esquive.ledger.LedgerUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/// Tells a program why its request was not done, in one form, whoever found out: a handler, the framework, or
/// nobody.
public final class Refusals implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TYPE = "application/problem+json";

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getServletPath().startsWith("/api/")) {
            return null;
        }
        if (failure instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", method.getSupportedMethods()));
        }
        write(response, refusal(failure));
        return new ModelAndView();
    }

    private static Refusal refusal(Exception failure) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case LedgerUnavailable _ -> new Refusal(Fault.LEDGER_UNAVAILABLE, "");
            case NoResourceFoundException _ -> new Refusal(Fault.NOT_FOUND, "");
            case HttpRequestMethodNotSupportedException _ -> new Refusal(Fault.METHOD_NOT_ALLOWED, "");
            case HttpMediaTypeNotAcceptableException _ -> new Refusal(Fault.NOT_ACCEPTABLE, "");
            case HttpMediaTypeNotSupportedException _ -> new Refusal(Fault.UNSUPPORTED_TYPE, "");
            case HttpMessageNotReadableException _ -> new Refusal(Fault.BAD_BODY, "");
            case ServletRequestBindingException _ -> new Refusal(Fault.BAD_PARAMETER, "");
            default -> {
                LOG.error("event=api-failed failure={}", failure.getClass().getName());
                yield new Refusal(Fault.INTERNAL, "");
            }
        };
    }

    /// Writes a refusal as the answer.
    static void write(HttpServletResponse response, Refusal refusal) {
        byte[] body = JSON.writeValueAsBytes(refusal.view());
        response.setStatus(refusal.fault().status());
        response.setContentType(TYPE);
        response.setContentLength(body.length);
        if (refusal.fault() == Fault.NO_TOKEN) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"esquive\"");
        } else if (refusal.fault() == Fault.BAD_TOKEN) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"esquive\", error=\"invalid_token\"");
        } else if (refusal.fault() == Fault.SCOPE_MISSING) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"esquive\", error=\"insufficient_scope\"");
        }
        try {
            response.getOutputStream().write(body);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// Before those of the pages.
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
