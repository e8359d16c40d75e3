package org.esquive.api;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/// Who may come to `/api`: whoever shows a token. No session, no cookie, and so nothing to forge a request
/// with.
public final class Gate {
    private Gate() {}

    /// The gate.
    ///
    /// @param tokens knows who shows a token
    public static SecurityFilterChain build(HttpSecurity http, TokenFilter tokens) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/api/v1/openapi.json", "/api/v1/problems/*")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(tokens, UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (_, response, _) -> Refusals.write(response, new Refusal(Fault.NO_TOKEN, "")))
                        .accessDeniedHandler(
                                (_, response, _) -> Refusals.write(response, new Refusal(Fault.SCOPE_MISSING, ""))))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .frameOptions(options -> options.deny()))
                .build();
    }
}
