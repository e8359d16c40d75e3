package org.esquive.wiring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.esquive.console.Desk;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.policy.Rulebook;
import org.esquive.policy.Rules;
import org.esquive.settings.Caps;
import org.esquive.settings.Change;
import org.esquive.settings.Problem;
import org.esquive.settings.Settings;
import org.esquive.settings.Warning;
import org.esquive.settings.yaml.Reading;
import org.esquive.settings.yaml.SecretReader;
import org.esquive.settings.yaml.SettingsYaml;
import org.esquive.settings.yaml.ShippedCountries;
import org.esquive.settings.yaml.ShippedTexts;

/// Where settings are kept and changed: it holds the version in force as one snapshot, so that whoever asks sees
/// a whole version, and it takes a new one only if it is valid and nobody else was quicker.
///
/// May be used from any thread. Reading never waits for a change.
public final class SettingsDesk implements Desk {
    /// Who wrote the first version.
    public static final String FIRST_AUTHOR = "esquive";

    private final SealedArchive archive;
    private final Kinds kinds;
    private final Rules.Shipped shipped;
    private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Snapshot snapshot;

    private SettingsDesk(SealedArchive archive, Kinds kinds) {
        this.archive = archive;
        this.kinds = kinds;
        this.shipped = new Rules.Shipped(ShippedTexts.load(), ShippedCountries.load(), kinds.usualCaps());
        this.snapshot = new Snapshot(0, new Settings(List.of(), List.of(), Map.of()), new Rulebook(Map.of()));
    }

    /// What the desk asks the kinds of channels and alerts.
    ///
    /// @param problems what they say of their options
    /// @param usualCaps what a kind of channel bears, by its name
    public record Kinds(Function<Settings, List<Problem>> problems, Function<String, Caps> usualCaps) {

        /// The same, asking others as well.
        Kinds and(Function<Settings, List<Problem>> others) {
            return new Kinds(
                    settings -> Stream.concat(problems.apply(settings).stream(), others.apply(settings).stream())
                            .toList(),
                    usualCaps);
        }
    }

    /// What is in force.
    private record Snapshot(int version, Settings settings, Rulebook rulebook) {}

    /// Opens the desk with the latest version, or with a first document if none was ever written.
    ///
    /// @param first the document that becomes version 1, its secrets in clear
    /// @throws IllegalStateException if neither can be used; the message says why and what to do
    public static SettingsDesk open(SealedArchive archive, Kinds kinds, String first) {
        SettingsDesk desk = new SettingsDesk(archive, kinds);
        if (archive.latest().isEmpty() && desk.change(FIRST_AUTHOR, 0, first) instanceof Change.Refused(var problems)) {
            throw new IllegalStateException("the first settings cannot be used. " + told(problems));
        }
        int version = desk.refresh();
        if (version == 0) {
            throw new IllegalStateException("the settings vanished while they were opened; start again");
        }
        return desk;
    }

    @Override
    public Settings current() {
        return snapshot.settings();
    }

    @Override
    public Rulebook rulebook() {
        return snapshot.rulebook();
    }

    @Override
    public int version() {
        return snapshot.version();
    }

    @Override
    public String document() {
        return SettingsYaml.write(snapshot.settings());
    }

    @Override
    public Optional<String> document(int version) {
        return archive.version(version)
                .map(archive::open)
                .filter(Reading.Valid.class::isInstance)
                .map(reading -> SettingsYaml.write(((Reading.Valid) reading).settings()));
    }

    @Override
    public List<Version> versions() {
        return archive.versions();
    }

    /// Hears of each change once it is in force. It is called by the thread that makes the change, one change
    /// after the other, and must neither block nor throw.
    public void onChange(Consumer<Settings> listener) {
        listeners.add(listener);
    }

    @Override
    public Change change(String author, int expected, String yaml) {
        return alone(() -> {
            Settings before = current();
            return take(author, expected, SettingsYaml.read(yaml, keeping(before)));
        });
    }

    /// Takes a document as what is to be in force, whoever wrote the version before. One that says nothing new is
    /// not written again.
    ///
    /// @param author who does
    /// @param yaml as for [#change(String, int, String)]
    public Change adopt(String author, String yaml) {
        return alone(() -> switch (SettingsYaml.read(yaml, keeping(current()))) {
            case Reading.Valid(var settings, var warnings)
            when settings.equals(current()) -> new Change.Made(version(), warnings);
            case Reading other -> take(author, version(), other);
        });
    }

    @Override
    public Change panic(String author, boolean stopped) {
        return alone(() -> current().panic() == stopped
                ? new Change.Made(version(), List.of())
                : take(author, current().withPanic(stopped), List.of()));
    }

    @Override
    public Change goBack(String author, int expected, int to) {
        return alone(() -> archive.version(to)
                .map(version -> take(author, expected, archive.open(version)))
                .orElseGet(() -> new Change.Refused(
                        List.of(new Problem("version", to + ", which was never written", "a number from the list")))));
    }

    /// Takes over what somebody else, such as a command or another node, wrote meanwhile.
    ///
    /// @return the version now in force
    /// @throws IllegalStateException if it cannot be used; the version in force stays
    public int refresh() {
        return alone(() -> {
            Optional<Version> newer = archive.latest().filter(latest -> latest.number() > version());
            newer.ifPresent(latest -> publish(latest.number(), opened(latest)));
            return version();
        });
    }

    private Change take(String author, int expected, Reading reading) {
        return switch (reading) {
            case Reading _ when expected != version() -> new Change.Conflict(version());
            case Reading.Invalid(var problems) -> new Change.Refused(problems);
            case Reading.Valid(var settings, var warnings) -> take(author, settings, warnings);
        };
    }

    private Change take(String author, Settings settings, List<Warning> warnings) {
        String document = archive.document(settings);
        List<Problem> problems = Stream.concat(kinds.problems().apply(settings).stream(), tooLarge(document))
                .toList();
        if (!problems.isEmpty()) {
            return new Change.Refused(problems);
        }
        Optional<Version> written = archive.append(version(), author, document);
        if (written.isEmpty()) {
            return new Change.Conflict(refresh());
        }
        publish(written.get().number(), settings);
        return new Change.Made(version(), warnings);
    }

    private void publish(int version, Settings settings) {
        snapshot = new Snapshot(version, settings, Rulebook.of(settings, shipped));
        listeners.forEach(listener -> listener.accept(settings));
    }

    private Settings opened(Version version) {
        return switch (archive.open(version)) {
            case Reading.Valid valid -> valid.settings();
            case Reading.Invalid(var problems) ->
                throw new IllegalStateException("version " + version.number() + " of the settings cannot be used. "
                        + "If the instance key was replaced, put the right one back. " + told(problems));
        };
    }

    private <T> T alone(Supplier<T> work) {
        changing.lock();
        try {
            return work.get();
        } finally {
            changing.unlock();
        }
    }

    /// Takes secrets in clear, and for the mask the one that is stored in the same place.
    private static SecretReader keeping(Settings stored) {
        return (owner, name, written) -> written.equals(SettingsYaml.MASK)
                ? stored.secret(owner, name)
                : SecretReader.CLEAR.read(owner, name, written);
    }

    private static Stream<Problem> tooLarge(String document) {
        return document.length() <= SettingsYaml.LARGEST
                ? Stream.empty()
                : Stream.of(new Problem(
                        "the document",
                        "%,d characters once every default is written out".formatted(document.length()),
                        "at most %,d".formatted(SettingsYaml.LARGEST)));
    }

    private static String told(List<Problem> problems) {
        return problems.size() + " problems, the first: " + problems.getFirst().sentence();
    }
}
