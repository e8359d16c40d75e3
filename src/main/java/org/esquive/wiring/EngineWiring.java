package org.esquive.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.esquive.alert.AlarmKind;
import org.esquive.alert.Timepieces;
import org.esquive.alert.Ways;
import org.esquive.api.hook.Hooks;
import org.esquive.channel.ChannelKind;
import org.esquive.dispatch.Dispatcher;
import org.esquive.intake.Intake;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ids;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Nodes;
import org.esquive.policy.Rules;
import org.esquive.settings.Change;
import org.esquive.settings.Countries;
import org.esquive.settings.Problem;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.yaml.ShippedCountries;
import org.esquive.settings.yaml.ShippedTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/// The engine: from the key file to the parts that take, decide, keep and send.
@Configuration(proxyBeanMethods = false)
class EngineWiring {
    /// The author of a version that was read from a file at the start.
    private static final String BY_FILE = "file";

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /// What the engine goes by; whoever asks for just a clock gets the other.
    @Bean
    @Fallback
    DoubtingClock engineClock(InstantSource clock) {
        return new DoubtingClock(Timepieces.of(clock));
    }

    @Bean
    Reserve reserve(EsquiveProperties properties) {
        return Reserve.of(properties.data(), properties.reserve().toBytes());
    }

    @Bean
    Installation installation(EsquiveProperties properties) {
        return Installation.of(properties);
    }

    @Bean
    Keyring keyring(Installation installation) {
        return installation.keyring();
    }

    @Bean
    Ledger ledger(Installation installation, InstantSource clock) {
        return installation.open(clock);
    }

    @Bean
    Nodes nodes(Ledger ledger) {
        return ledger.nodes();
    }

    @Bean
    Figures figures(Ledger ledger) {
        return ledger.figures();
    }

    /// Every kind of channel and of alert is a bean that was found in its own folder.
    @Bean
    SettingsDesk.Kinds kinds(List<ChannelKind> channels, List<AlarmKind> alarms) {
        return Channels.asKinds(channels)
                .and(settings -> Ways.problems(alarms, settings))
                .and(Hooks::problems);
    }

    @Bean
    Ids ids(DoubtingClock clock, EsquiveProperties properties, Nodes nodes) {
        return new Ids(clock, nodes.areSeveral() ? nodes.number() : properties.node());
    }

    @Bean
    SettingsDesk settingsDesk(
            EsquiveProperties properties, Ledger ledger, Keyring keyring, SettingsDesk.Kinds kinds, InstantSource clock)
            throws IOException {
        SealedArchive archive = new SealedArchive(ledger.settings(), keyring, clock);
        Path document = properties.settings();
        String first =
                document == null ? properties.first().getContentAsString(StandardCharsets.UTF_8) : read(document);
        SettingsDesk desk = SettingsDesk.open(archive, kinds, first);
        if (document != null && desk.adopt(BY_FILE, first) instanceof Change.Refused(var problems)) {
            throw new CannotStart(document + " cannot be used:\n  "
                    + problems.stream().map(Problem::sentence).collect(Collectors.joining("\n  ")));
        }
        return desk;
    }

    @Bean(initMethod = "open")
    Beside beside(SettingsDesk desk, Nodes nodes) {
        return new Beside(desk::refresh, nodes, System::exit);
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException _) {
            throw new CannotStart("The settings " + document + " cannot be read: is the name right, and is it UTF-8?");
        }
    }

    @Bean
    Map<String, ReplyTexts> shippedTexts() {
        return ShippedTexts.load();
    }

    @Bean
    Countries countries() {
        return ShippedCountries.load();
    }

    @Bean(destroyMethod = "")
    Intake intake(Ledger ledger, Keyring keyring, SettingsDesk desk, DoubtingClock clock, Ids ids) {
        return new Intake(ledger, keyring, desk::rulebook, clock, new SecureRandom(), ids);
    }

    @Bean(destroyMethod = "")
    Channels channels(List<ChannelKind> kinds, Intake intake, Reserve reserve, Nodes nodes, InstantSource clock) {
        return new Channels(kinds, intake, reserve, nodes, clock);
    }

    @Bean(destroyMethod = "")
    Dispatcher dispatcher(Ledger ledger, Channels channels, SettingsDesk desk, DoubtingClock clock) {
        Dispatcher dispatcher = new Dispatcher(ledger, channels::of, clock);
        dispatcher.sendOnlyFor(
                line -> desk.rulebook().of(line).map(Rules::letsRepliesLeave).orElse(false));
        return dispatcher;
    }

    @Bean
    Engine engine(
            Ledger ledger,
            SettingsDesk desk,
            Intake intake,
            Channels channels,
            Dispatcher dispatcher,
            DoubtingClock clock) {
        return new Engine(new Engine.Parts(ledger, desk, intake, channels, dispatcher, clock));
    }
}
