package org.esquive.wiring;

import java.time.InstantSource;
import org.esquive.console.figures.DecisionsExport;
import org.esquive.console.figures.FiguresExport;
import org.esquive.console.figures.FiguresPage;
import org.esquive.console.figures.Sums;
import org.esquive.ledger.Ledger;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Figures and their export.
@Configuration(proxyBeanMethods = false)
class FiguresPages {

    @Bean
    Sums sums(SettingsDesk desk, Ledger ledger, InstantSource clock) {
        return new Sums(desk::current, desk::rulebook, ledger.figures(), clock);
    }

    @Bean
    FiguresPage figuresPage(Sums sums, MessageSource messages) {
        return new FiguresPage(sums, messages);
    }

    @Bean
    FiguresExport figuresExport(Sums sums, Ledger ledger, JsonMapper json) {
        return new FiguresExport(sums, ledger.office().audit(), json);
    }

    @Bean
    DecisionsExport decisionsExport(SettingsDesk desk, Ledger ledger, InstantSource clock, JsonMapper json) {
        var writing = new DecisionsExport.Writing(clock, json);
        return new DecisionsExport(
                desk::current, ledger.figures(), ledger.office().audit(), writing);
    }
}
