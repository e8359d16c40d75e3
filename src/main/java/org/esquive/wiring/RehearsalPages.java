package org.esquive.wiring;

import java.time.InstantSource;
import org.esquive.console.play.Room;
import org.esquive.console.play.Stage;
import org.esquive.intake.Intake;
import org.esquive.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Rehearsals in the browser.
@Configuration(proxyBeanMethods = false)
class RehearsalPages {

    @Bean
    Stage rehearsalStage(Intake intake, InstantSource clock) {
        return new Stage(() -> intake.waiting() > 0, clock);
    }

    @Bean
    Room rehearsalRoom(SettingsDesk desk, Stage stage, Ledger ledger, InstantSource clock) {
        return new Room(desk, stage, ledger.office().audit(), clock);
    }
}
