package org.esquive.wiring;

import java.time.InstantSource;
import org.esquive.console.door.Account;
import org.esquive.console.door.AuditPage;
import org.esquive.console.door.Brake;
import org.esquive.console.door.Entrance;
import org.esquive.console.door.FormTokens;
import org.esquive.console.door.KnownBrowsers;
import org.esquive.console.door.MeEverywhere;
import org.esquive.console.door.Moments;
import org.esquive.console.door.Parcels;
import org.esquive.console.door.Passwords;
import org.esquive.console.door.PeoplePage;
import org.esquive.console.door.SignIn;
import org.esquive.console.door.Staff;
import org.esquive.console.door.Visits;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Who comes in: people, their sessions, and what they did.
@Configuration(proxyBeanMethods = false)
@Import(MeEverywhere.class)
class DoorWiring {

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    KeeperAccount keeperAccount(EsquiveProperties properties, Ledger ledger, Passwords passwords, InstantSource clock) {
        return KeeperAccount.prepare(properties, ledger.office().people(), passwords, clock);
    }

    @Bean
    Visits visits(Ledger ledger, InstantSource clock) {
        return new Visits(ledger.office().sessions(), clock);
    }

    @Bean
    FormTokens formTokens() {
        return new FormTokens();
    }

    @Bean
    Parcels flashMapManager() {
        return new Parcels();
    }

    @Bean
    SignIn signIn(Ledger ledger, Passwords passwords, InstantSource clock) {
        return new SignIn(ledger.office(), passwords, new Brake(clock), clock);
    }

    @Bean
    Staff staff(Ledger ledger, Passwords passwords, InstantSource clock) {
        return new Staff(ledger.office(), passwords, clock);
    }

    @Bean
    Moments moments(SettingsDesk desk) {
        return new Moments(desk::current);
    }

    @Bean
    Entrance entrance(SignIn signIn, Visits visits, FormTokens forms, Keyring keyring, Staff staff) {
        return new Entrance(new Entrance.Ways(signIn, visits, forms, new KnownBrowsers(keyring)), staff);
    }

    @Bean
    Account account(Staff staff, SignIn signIn, Keyring keyring, Moments moments, InstantSource clock) {
        return new Account(staff, signIn, keyring, moments, clock);
    }

    @Bean
    PeoplePage peoplePage(Staff staff, Moments moments) {
        return new PeoplePage(staff, moments);
    }

    @Bean
    AuditPage auditPage(Ledger ledger, Moments moments) {
        return new AuditPage(ledger.office().audit(), moments);
    }

    @Bean(initMethod = "clear")
    PeopleDoor peopleDoor(EsquiveProperties properties, Staff staff) {
        return new PeopleDoor(properties.data(), staff);
    }
}
