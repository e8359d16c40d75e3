package org.esquive.wiring;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.esquive.console.LoginBrake;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Who may see what. The public side knows nobody: no session, no cookie, no login. The keepers' side wants the
/// one account for everything but its health.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Security {
    /// Everything from ourselves, nothing inline, in nobody's frame.
    private static final String CONTENT =
            "default-src 'self'; object-src 'none'; base-uri 'none'; " + "form-action 'self'; frame-ancestors 'none'";

    private static final String ABILITIES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    PasswordEncoder passwordEncoder() {
        return KeeperAccount.encoder();
    }

    @Bean
    KeeperAccount keeperAccount(EsquiveProperties properties, PasswordEncoder encoder) {
        return properties.demo()
                ? KeeperAccount.passing(encoder)
                : KeeperAccount.load(properties.keeperFile(), encoder);
    }

    @Bean
    UserDetailsService keepers(KeeperAccount account) {
        return name -> {
            if (!name.equals(KeeperAccount.NAME)) {
                throw new UsernameNotFoundException("no keeper of that name");
            }
            return User.withUsername(name).password(account.hash().get()).build();
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain keepersSide(HttpSecurity http, Doors doors, InstantSource clock) throws Exception {
        return http.securityMatcher(doors::isKeepers)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(
                                "/esquive.css",
                                "/console/console.css",
                                "/icon.svg",
                                "/login",
                                "/actuator/health",
                                "/error")
                        .permitAll()
                        .requestMatchers(Security::isOwnScraper)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/console", true))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout").deleteCookies("esquive-keeper"))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new LoginBrake(clock), UsernamePasswordAuthenticationFilter.class)
                .headers(Security::headers)
                .build();
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
