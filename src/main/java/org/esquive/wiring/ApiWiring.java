package org.esquive.wiring;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.esquive.alert.Timepieces;
import org.esquive.api.DecisionsApi;
import org.esquive.api.DocumentApi;
import org.esquive.api.FiguresApi;
import org.esquive.api.Gate;
import org.esquive.api.LinesApi;
import org.esquive.api.Refusals;
import org.esquive.api.ScopeCheck;
import org.esquive.api.SettingsApi;
import org.esquive.api.Steering;
import org.esquive.api.TokenFilter;
import org.esquive.api.WatchApi;
import org.esquive.api.access.AccessPage;
import org.esquive.api.access.DeliveriesPage;
import org.esquive.api.hook.Hooks;
import org.esquive.api.hook.Parts;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Change;
import org.esquive.settings.Settings;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The interface for programs, and what it sends by itself.
@Configuration(proxyBeanMethods = false)
@Import(DocumentApi.class)
class ApiWiring {

    @Bean
    Steering steering(SettingsDesk desk, Channels channels) {
        return new SteeringByDesk(desk, channels);
    }

    /// Before the doors of keepers, who show a session instead of a token.
    @Bean
    @Order(0)
    SecurityFilterChain programsSide(HttpSecurity http, Ledger ledger, InstantSource clock) throws Exception {
        return Gate.build(http, new TokenFilter(ledger.office().tokens(), clock));
    }

    @Bean
    WebMvcConfigurer scopes() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                var _ = registry.addInterceptor(new ScopeCheck()).addPathPatterns("/api/**");
            }
        };
    }

    @Bean
    Refusals refusals() {
        return new Refusals();
    }

    @Bean
    LinesApi linesApi(Steering steering, Figures figures, Ledger ledger, InstantSource clock) {
        return new LinesApi(steering, figures, ledger.office().audit(), clock);
    }

    @Bean
    DecisionsApi decisionsApi(Steering steering, Figures figures, Ledger ledger) {
        return new DecisionsApi(steering, figures, ledger.office().chronicle());
    }

    @Bean
    FiguresApi figuresApi(Steering steering, Figures figures, InstantSource clock) {
        return new FiguresApi(steering, figures, clock);
    }

    @Bean
    WatchApi watchApi(Steering steering, Ledger ledger) {
        return new WatchApi(steering, ledger.office().chronicle());
    }

    @Bean
    SettingsApi settingsApi(Steering steering, Ledger ledger, InstantSource clock) {
        return new SettingsApi(steering, ledger.office().audit(), clock);
    }

    @Bean(destroyMethod = "")
    Hooks hooks(Ledger ledger, Steering steering, InstantSource clock, Ids ids) {
        return new Hooks(new Parts(
                ledger,
                steering,
                Timepieces.of(clock),
                ids,
                new SecureRandom(),
                Executors.newVirtualThreadPerTaskExecutor()));
    }

    /// It tells from when the engine runs until before the engine stops.
    @Bean
    SmartLifecycle telling(Hooks hooks) {
        return new TellingPrograms(hooks);
    }

    @Bean
    AccessPage accessPage(Steering steering, Ledger ledger, Hooks hooks, InstantSource clock) {
        return new AccessPage(steering, ledger.office(), hooks, clock);
    }

    @Bean
    DeliveriesPage deliveriesPage(Steering steering, Ledger ledger, Hooks hooks, InstantSource clock) {
        return new DeliveriesPage(steering, ledger.office(), hooks, clock);
    }

    /// The desk as programs see it.
    private record SteeringByDesk(SettingsDesk desk, Channels open) implements Steering {
        @Override
        public Settings current() {
            return desk.current();
        }

        @Override
        public Rulebook rulebook() {
            return desk.rulebook();
        }

        @Override
        public int version() {
            return desk.version();
        }

        @Override
        public String document() {
            return desk.document();
        }

        @Override
        public Optional<String> document(int version) {
            return desk.document(version);
        }

        @Override
        public List<Version> versions() {
            return desk.versions();
        }

        @Override
        public Change change(String author, int expected, String yaml) {
            return desk.change(author, expected, yaml);
        }

        @Override
        public Change panic(String author, boolean stopped) {
            return desk.panic(author, stopped);
        }

        @Override
        public List<ChannelHealth> channels() {
            return open.states().stream()
                    .map(channel -> new ChannelHealth(channel.id(), channel.kind(), channel.state(), channel.cause()))
                    .toList();
        }
    }

    /// Starts and stops the hooks.
    private static final class TellingPrograms implements SmartLifecycle {
        private final Hooks hooks;
        private volatile boolean running;

        TellingPrograms(Hooks hooks) {
            this.hooks = hooks;
        }

        @Override
        public void start() {
            hooks.start();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            hooks.close();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        /// After the engine on the way in, before it on the way out.
        @Override
        public int getPhase() {
            return 1;
        }
    }
}
