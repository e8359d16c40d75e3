package org.esquive.wiring;

import java.time.InstantSource;
import org.esquive.console.studio.Studio;
import org.esquive.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The pages of the reply texts.
@Configuration(proxyBeanMethods = false)
class StudioPages {

    @Bean
    Studio studio(SettingsDesk desk, Ledger ledger, InstantSource clock) {
        return new Studio(desk, ledger.office().audit(), clock);
    }
}
