package org.esquive.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.esquive.alert.AlarmKind;
import org.esquive.alert.Texting;
import org.esquive.alert.Watch;
import org.esquive.channel.ChannelKind;
import org.esquive.console.Surroundings;
import org.esquive.console.change.Changing;
import org.esquive.console.change.ChannelPages;
import org.esquive.console.change.Hub;
import org.esquive.console.change.Kinds;
import org.esquive.console.change.LinePages;
import org.esquive.console.change.PhonePages;
import org.esquive.console.change.TestTexts;
import org.esquive.console.change.VersionPages;
import org.esquive.console.change.Welcome;
import org.esquive.console.change.WhomPages;
import org.esquive.console.door.Totp;
import org.esquive.ledger.Ledger;
import org.esquive.settings.Countries;
import org.esquive.settings.ReplyTexts;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The pages on which keepers change the settings.
@Configuration(proxyBeanMethods = false)
class SettingsPages {

    @Bean
    Changing changing(SettingsDesk desk, MessageSource messages, InstantSource clock) {
        return new Changing(desk, messages, clock);
    }

    @Bean
    Kinds kindsOfPages(List<ChannelKind> channels, List<AlarmKind> alarms) {
        return Kinds.of(channels, alarms);
    }

    @Bean
    TestTexts testTexts(Texting texting, Ledger ledger, InstantSource clock) {
        return new TestTexts(texting, ledger.office().audit(), clock);
    }

    @Bean
    Hub hub(Changing changing, Surroundings surroundings) {
        return changing.hub(surroundings::channels);
    }

    @Bean
    LinePages.Shipped shippedForPages(SettingsDesk desk, Map<String, ReplyTexts> shippedTexts, Countries countries) {
        return new LinePages.Shipped(shippedTexts, countries, desk::rulebook);
    }

    @Bean
    LinePages linePages(Changing changing, LinePages.Shipped shipped, Ledger ledger, TestTexts texts) {
        return changing.lines(shipped, ledger.figures(), texts);
    }

    @Bean
    ChannelPages channelPages(Changing changing, Kinds kindsOfPages, Surroundings surroundings) {
        return changing.channels(kindsOfPages, surroundings);
    }

    @Bean
    WhomPages whomPages(Changing changing, Kinds kindsOfPages, Watch watch) {
        return changing.whom(kindsOfPages, watch);
    }

    @Bean
    PhonePages phonePages(Changing changing, InstantSource clock) {
        Totp totp = new Totp();
        return changing.phones(
                (secret, code) -> totp.stepOf(code, secret, clock.instant()).isPresent());
    }

    @Bean
    VersionPages versionPages(Changing changing, Ledger ledger) {
        return changing.versions(ledger.office().audit());
    }

    @Bean
    Newness newness(SettingsDesk desk, EsquiveProperties properties) {
        return new Newness(desk, properties);
    }

    @Bean
    Welcome welcome(Changing changing, Kinds kindsOfPages, LinePages.Shipped shipped, Newness newness) {
        return changing.welcome(kindsOfPages, shipped, newness::isNew);
    }

    /// Leads who opens the console of a new installation to the first steps, unless they put them off.
    @Bean
    WebMvcConfigurer firstSteps(Newness newness) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                var _ = interceptors.addInterceptor(newness).addPathPatterns("/console");
            }
        };
    }
}
