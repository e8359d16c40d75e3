package org.esquive.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.esquive.alert.AlarmKind;
import org.esquive.alert.Ways;
import org.esquive.api.hook.Hooks;
import org.esquive.channel.ChannelKind;
import org.esquive.channel.Checkup;
import org.esquive.console.door.Passwords;
import org.esquive.console.door.Staff;
import org.esquive.policy.Rulebook;
import org.esquive.policy.Rules;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Problem;
import org.esquive.settings.Settings;
import org.esquive.settings.yaml.ShippedCountries;
import org.esquive.settings.yaml.ShippedTexts;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/// The settings of an installation that is not running, for commands. Kinds of channel and alert are found as
/// they are when it runs: by being there.
public final class Offline {
    private Offline() {}

    /// What the kinds of channel and of alert say of their options.
    public static List<Problem> problems(Settings settings) {
        return asked().problems().apply(settings);
    }

    /// Tries a channel whose options are good.
    public static Checkup examine(ChannelSettings channel) throws InterruptedException {
        for (ChannelKind kind : found(ChannelKind.class)) {
            if (kind.name().equals(channel.kind())) {
                return kind.examine(channel);
            }
        }
        return new Checkup.Trouble("there is no kind of channel called " + channel.kind() + ".");
    }

    /// The rules that some settings make, with what each kind of channel bears.
    public static Rulebook rulebook(Settings settings) {
        return Rulebook.of(
                settings,
                new Rules.Shipped(
                        ShippedTexts.load(),
                        ShippedCountries.load(),
                        Channels.asKinds(found(ChannelKind.class)).usualCaps()));
    }

    private static SettingsDesk.Kinds asked() {
        List<AlarmKind> alarms = found(AlarmKind.class);
        return Channels.asKinds(found(ChannelKind.class))
                .and(settings -> Ways.problems(alarms, settings))
                .and(Hooks::problems);
    }

    private static <K> List<K> found(Class<K> kind) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(InstantSource.class, InstantSource::system);
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(kind));
            int _ = scanner.scan(kind.getPackageName());
            context.refresh();
            return List.copyOf(context.getBeansOfType(kind).values());
        }
    }

    /// Opens the settings of an installation, and closes them again.
    ///
    /// @param data its folder
    /// @param first the document that an empty one begins with
    /// @throws CannotStart if it cannot be used, with what to do
    public static <T> T atDesk(Path data, String first, Function<SettingsDesk, T> work) {
        Installation installation = Installation.of(Installation.told(data));
        return installation.visit(books -> {
            SealedArchive archive = new SealedArchive(books.settings(), installation.keyring(), InstantSource.system());
            return work.apply(SettingsDesk.open(archive, asked(), first));
        });
    }

    /// Opens the people of an installation, and closes them again.
    ///
    /// @throws CannotStart if it cannot be used, with what to do
    public static <T> T withStaff(Path data, Function<Staff, T> work) {
        return Installation.of(Installation.told(data))
                .visit(books -> work.apply(new Staff(books.office(), new Passwords(), InstantSource.system())));
    }

    /// Whether there is an installation in a folder, or in the database that this machine was told of.
    public static boolean isIn(Path data) {
        EsquiveProperties told = Installation.told(data);
        return told.isShared() || Files.exists(told.ledgerFile());
    }

    /// Whether nodes share the installation: a command works beside them.
    public static boolean isShared(Path data) {
        return Installation.told(data).isShared();
    }
}
