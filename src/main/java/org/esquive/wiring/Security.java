package org.esquive.wiring;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.esquive.console.door.FormTokens;
import org.esquive.console.door.Interruption;
import org.esquive.console.door.Visits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Who may see what. The public side knows nobody: no session, no cookie, no login. The keepers' side wants somebody
/// who is signed in for everything but its health, and a keeper for every change; a watcher looks, and changes what
/// is their own.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Security {
    /// Everything from ourselves, nothing inline, in nobody's frame.
    private static final String CONTENT =
            "default-src 'self'; object-src 'none'; base-uri 'none'; " + "form-action 'self'; frame-ancestors 'none'";

    private static final String ABILITIES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    private static final String KEEPER = "KEEPER";
    private static final String WATCHER = "WATCHER";

    /// Pages that are nothing but the beginning of a change: there is nothing on them to look at.
    private static final String[] ONLY_TO_CHANGE = {
        "/console/welcome",
        "/console/welcome/*",
        "/console/resume",
        "/console/settings/new-phone",
        "/console/settings/new-channel/*",
        "/console/settings/new-way/*",
        "/console/settings/*/*/remove"
    };

    /// Spring Boot would make up a user otherwise. Signing in is the door's own business.
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("people sign in at the door");
        };
    }

    /// After the chain of the interface for programs, which has no sessions and no forms.
    @Bean
    @Order(1)
    SecurityFilterChain keepersSide(HttpSecurity http, Doors doors, Visits visits, FormTokens forms) throws Exception {
        Interruption interruption = new Interruption();
        return http.securityMatcher(doors::isKeepers)
                .authorizeHttpRequests(Security::rules)
                .securityContext(context -> context.securityContextRepository(visits))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(forms))
                .exceptionHandling(trouble ->
                        trouble.authenticationEntryPoint(interruption).accessDeniedHandler(interruption))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(Security::headers)
                .build();
    }

    /// A page that looks is a GET, one that changes something is a POST: so a rule by method holds for pages that are
    /// yet to be written.
    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/esquive.css", "/icon.svg", "/console/*.css", "/login", "/login/*")
                .permitAll()
                .requestMatchers("/actuator/health", "/error")
                .permitAll()
                .requestMatchers(Security::isOwnScraper)
                .permitAll()
                .requestMatchers("/console/account/**", "/console/live", "/logout")
                .hasAnyRole(KEEPER, WATCHER)
                .requestMatchers(ONLY_TO_CHANGE)
                .hasRole(KEEPER)
                .requestMatchers(HttpMethod.GET)
                .hasAnyRole(KEEPER, WATCHER)
                .requestMatchers(HttpMethod.HEAD)
                .hasAnyRole(KEEPER, WATCHER)
                .anyRequest()
                .hasRole(KEEPER);
    }

    /// Webhooks prove themselves to their channel, and pages change nothing, so there is no CSRF to guard
    /// against.
    @Bean
    @Order(2)
    SecurityFilterChain publicSide(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(Security::headers)
                .build();
    }

    /// Prometheus on this machine needs no password: what it reads are sums.
    private static boolean isOwnScraper(HttpServletRequest request) {
        return request.getServletPath().equals("/actuator/prometheus")
                && request.getHeader("X-Forwarded-For") == null
                && request.getRemoteAddr().equals(request.getLocalAddr());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(ABILITIES))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
