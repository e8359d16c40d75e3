package org.esquive.wiring;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.esquive.channel.Health;
import org.esquive.console.Surroundings.ChannelState;
import org.esquive.ledger.Figures;
import org.esquive.settings.Countries;
import org.esquive.settings.ReplyTexts;
import org.esquive.site.ContactRoute;
import org.esquive.site.CounterRoute;
import org.esquive.site.GiveOutPage;
import org.esquive.site.Lines;
import org.esquive.site.PageWriter;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.thymeleaf.ITemplateEngine;

/// The page a number is given out from, and what belongs to it.
@Configuration(proxyBeanMethods = false)
class SitePages {
    /// A stylesheet of ours and nothing else, in anybody's frame.
    private static final String CONTENT_OF_A_FRAME =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    @Bean
    Lines lines(SettingsDesk desk, Channels channels, Figures figures, InstantSource clock) {
        Lines.Known known = new Lines.Known(desk::current, desk::rulebook, () -> down(channels));
        return new Lines(known, figures, clock, task -> {
            var _ = Thread.ofVirtual().name("public-figures").start(task);
        });
    }

    private static Set<String> down(Channels channels) {
        return channels.states().stream()
                .filter(channel -> channel.state().equals(Health.State.DOWN.name()))
                .map(ChannelState::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Bean
    GiveOutPage giveOutPage(
            Lines lines, ITemplateEngine templates, Map<String, ReplyTexts> shippedTexts, Countries countries) {
        return new GiveOutPage(lines, new PageWriter(templates, shippedTexts, countries));
    }

    @Bean
    ContactRoute contactRoute(Lines lines, MessageSource messages) {
        return new ContactRoute(lines, messages);
    }

    @Bean
    CounterRoute counterRoute(Lines lines) {
        return new CounterRoute(lines);
    }

    /// The small page for partners, the only one that may stand inside a page of somebody else. It has no script, no
    /// form and nothing to click but a way out.
    @Bean
    @Order(0)
    SecurityFilterChain embeddedPage(HttpSecurity http, Doors doors) throws Exception {
        return http.securityMatcher(request ->
                        !doors.isKeepers(request) && request.getServletPath().startsWith("/embed/"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_OF_A_FRAME))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable))
                .build();
    }
}
