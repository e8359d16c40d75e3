package org.esquive.wiring;

import java.time.InstantSource;
import org.esquive.console.Panic;
import org.esquive.intake.Intake;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The three ways to the switch that stops all replies: the console, a command, a text of a keeper's phone.
@Configuration(proxyBeanMethods = false)
class PanicWiring {

    @Bean
    Panic panic(SettingsDesk desk) {
        return new Panic(desk::current, desk::panic);
    }

    @Bean(initMethod = "open")
    PanicDoor panicDoor(EsquiveProperties properties, SettingsDesk desk) {
        return new PanicDoor(PanicRequest.in(properties.data()), desk);
    }

    @Bean
    PanicHistory panicHistory(SettingsDesk desk, Ledger ledger, Keyring keyring, InstantSource clock) {
        return new PanicHistory(desk, new SealedArchive(ledger.settings(), keyring, clock));
    }

    @Bean
    KeeperOrders keeperOrders(SettingsDesk desk, PanicHistory history, Intake intake, InstantSource clock) {
        KeeperOrders orders = new KeeperOrders(desk, clock, history.lastOrder(clock));
        intake.afterCommit(orders::hear);
        return orders;
    }
}
