package org.esquive.wiring;

import java.time.InstantSource;
import java.util.List;
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
    Panic panic(SettingsDesk desk, Ledger ledger, InstantSource clock) {
        return new Panic(desk::current, desk::panic, ledger.office().audit(), clock);
    }

    @Bean
    PanicDoor panicDoor(EsquiveProperties properties, SettingsDesk desk) {
        return new PanicDoor(PanicRequest.in(properties.data()), desk);
    }

    @Bean(initMethod = "open")
    Requests requests(PanicDoor panic, PeopleDoor people) {
        return new Requests(List.of(panic::look, people::look));
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
