package org.esquive.wiring;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.channel.loopback.Verdicts;
import org.esquive.console.Decisions;
import org.esquive.console.NodesPage;
import org.esquive.console.Now;
import org.esquive.console.Surroundings;
import org.esquive.dispatch.Dispatcher;
import org.esquive.intake.Intake;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Nodes;
import org.esquive.site.ErrorPage;
import org.esquive.site.HookRoute;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;

/// The pages, each with the few things it may know.
@Configuration(proxyBeanMethods = false)
@Import({ErrorPage.class, PulseRoutes.class})
class Pages {
    /// Where the words of the pages are: a file for each part of the program, in each language.
    private static final String[] MESSAGES = Stream.of(
                    "site", "phone", "console", "people", "settings", "studio", "figures", "rehearsal", "access")
            .map("messages/"::concat)
            .toArray(String[]::new);

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(MESSAGES);
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver(Doors doors) {
        return new Tongue(doors::isKeepers);
    }

    @Bean
    HookRoute hookRoute(Channels channels) {
        return new HookRoute(channels::webhook);
    }

    @Bean
    Now now(
            SettingsDesk desk,
            Figures figures,
            Surroundings surroundings,
            InstantSource clock,
            MessageSource messages) {
        Now.Decided decided = new Now.Decided(desk::current, desk::rulebook);
        return new Now(decided, figures, surroundings, new Now.Writing(clock, messages));
    }

    @Bean
    Decisions decisions(SettingsDesk desk, Ledger ledger, InstantSource clock) {
        return new Decisions(desk::current, ledger.figures(), ledger.kept(), clock);
    }

    @Bean
    NodesPage nodesPage(SettingsDesk desk, Nodes nodes, InstantSource clock) {
        return new NodesPage(desk::current, nodes, clock);
    }

    @Bean
    Surroundings surroundings(
            Channels channels,
            Intake intake,
            Reserve reserve,
            Dispatcher dispatcher,
            PanicHistory panicHistory,
            Nodes nodes) {
        return new Surroundings() {
            @Override
            public boolean hasNodes() {
                return nodes.areSeveral();
            }

            @Override
            public Optional<Stop> stop() {
                return panicHistory.stop();
            }

            @Override
            public List<ChannelState> channels() {
                return channels.states();
            }

            @Override
            public List<String> troubles() {
                return Stream.of(reserve.trouble().or(intake::trouble), dispatcher.trouble())
                        .flatMap(Optional::stream)
                        .toList();
            }
        };
    }

    @Bean
    Verdicts verdicts(Figures figures, Keyring keyring, SettingsDesk desk, InstantSource clock) {
        return new LedgerVerdicts(figures, keyring, desk::rulebook, clock);
    }
}
