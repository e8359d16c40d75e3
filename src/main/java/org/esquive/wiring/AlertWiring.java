package org.esquive.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import org.esquive.alert.AlarmKind;
import org.esquive.alert.Means;
import org.esquive.alert.Outlook;
import org.esquive.alert.Texting;
import org.esquive.alert.Timepieces;
import org.esquive.alert.Watch;
import org.esquive.alert.Ways;
import org.esquive.console.Alerts;
import org.esquive.dispatch.Dispatcher;
import org.esquive.intake.Intake;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Nodes;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Alerts: what is watched, by whom keepers are told, and the page.
@Configuration(proxyBeanMethods = false)
class AlertWiring {

    @Bean
    Outlook outlook(
            Channels channels,
            Intake intake,
            Reserve reserve,
            Dispatcher dispatcher,
            Nodes nodes,
            EsquiveProperties properties) {
        return new MachineOutlook(channels, intake, reserve, dispatcher, nodes, properties.data());
    }

    @Bean
    Texting texting(SettingsDesk desk, Channels channels, Ids ids) {
        return new LineTexting(desk::current, channels::of, ids);
    }

    @Bean(destroyMethod = "")
    Watch watch(Ledger ledger, SettingsDesk desk, Outlook outlook, List<AlarmKind> kinds, Texting texting, Ids ids) {
        InstantSource clock = InstantSource.system();
        Ways ways = new Ways(kinds, new Means(clock, texting));
        return new Watch(new Watch.Parts(
                ledger,
                desk::current,
                outlook,
                ways,
                Timepieces.of(clock),
                ids,
                Executors.newVirtualThreadPerTaskExecutor()));
    }

    /// It watches from when the engine runs until before the engine stops.
    @Bean
    SmartLifecycle watching(Watch watch) {
        return new Watching(watch);
    }

    @Bean
    Alerts alertsPage(SettingsDesk desk, Ledger ledger, Watch watch, InstantSource clock) {
        return new Alerts(desk::current, ledger.alerts(), watch, clock);
    }

    /// Starts and stops the watch.
    private static final class Watching implements SmartLifecycle {
        private final Watch watch;
        private volatile boolean running;

        Watching(Watch watch) {
            this.watch = watch;
        }

        @Override
        public void start() {
            watch.start();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            watch.close();
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
