package org.esquive.wiring;

import java.time.InstantSource;
import java.util.Map;
import org.esquive.ledger.Figures;
import org.esquive.settings.Countries;
import org.esquive.settings.ReplyTexts;
import org.esquive.site.GiveOutPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The page a number is given out from, and what belongs to it.
@Configuration(proxyBeanMethods = false)
class SitePages {

    @Bean
    GiveOutPage giveOutPage(
            SettingsDesk desk,
            Map<String, ReplyTexts> shippedTexts,
            Countries countries,
            Figures figures,
            InstantSource clock) {
        var decided = new GiveOutPage.Decided(desk::current, desk::rulebook, shippedTexts);
        return new GiveOutPage(decided, countries, figures, clock);
    }
}
