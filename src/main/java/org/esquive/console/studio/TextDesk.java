package org.esquive.console.studio;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.esquive.console.Desk;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.settings.Change;
import org.esquive.settings.Problem;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.esquive.settings.yaml.Reading;
import org.esquive.settings.yaml.SecretReader;
import org.esquive.settings.yaml.SettingsYaml;
import org.esquive.settings.yaml.ShippedTexts;

/// The settings narrowed to the reply texts of one language. Two keepers who change different things do not hinder each
/// other: only who changed the same texts meanwhile is in the way.
final class TextDesk {
    /// How often a change starts again because somebody changed other settings at the same moment.
    private static final int TRIES = 5;

    private final Desk desk;
    private final AuditLog audit;
    private final InstantSource clock;

    TextDesk(Desk desk, AuditLog audit, InstantSource clock) {
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /// A wish to change the texts of a language.
    ///
    /// @param author who does
    /// @param expected the version they started from
    /// @param texts the texts from now on; the shipped ones if none
    /// @param deed what the audit log calls it
    record Wish(String author, int expected, String language, Optional<ReplyTexts> texts, Deed deed) {}

    /// What became of a wish.
    sealed interface Outcome {
        /// It is in force.
        ///
        /// @param version the version that says so
        /// @param changed whether that is a new one; otherwise it was in force already
        record Saved(int version, boolean changed) implements Outcome {}

        /// It is not taken.
        record Refused(List<Problem> problems) implements Outcome {}

        /// Somebody changed the texts of this language meanwhile.
        record Overtaken() implements Outcome {}
    }

    /// The keeper's own texts of a language.
    ///
    /// @param texts none where those shipped are in force
    record Own(Optional<ReplyTexts> texts) {

        /// As fields, those shipped where there are none; empty ones where there are neither.
        Typed fields(String language) {
            return texts.or(() -> shipped(language)).map(Typed::of).orElse(Typed.EMPTY);
        }
    }

    /// The shipped texts, read when they are first asked for.
    private static final class Shipped {
        static final Map<String, ReplyTexts> TEXTS = ShippedTexts.load();
    }

    int version() {
        return desk.version();
    }

    Settings settings() {
        return desk.current();
    }

    /// Every language that has texts.
    Set<String> languages() {
        Set<String> languages = new TreeSet<>(ShippedTexts.LANGUAGES);
        languages.addAll(desk.current().texts().keySet());
        return languages;
    }

    /// The texts that come with the program, if there are some in that language.
    static Optional<ReplyTexts> shipped(String language) {
        return Optional.ofNullable(Shipped.TEXTS.get(language));
    }

    /// The texts in force.
    Optional<ReplyTexts> inForce(String language) {
        return own(desk.current(), language).or(() -> shipped(language));
    }

    /// The keeper's own texts of a language in some version, if that version can be read.
    Optional<Own> own(int version, String language) {
        return settings(version).map(settings -> new Own(own(settings, language)));
    }

    /// A version that was stored, if it can be read.
    Optional<Settings> settings(int version) {
        return desk.document(version)
                .map(document -> SettingsYaml.read(document, SecretReader.NONE))
                .filter(Reading.Valid.class::isInstance)
                .map(reading -> ((Reading.Valid) reading).settings());
    }

    /// The stored versions, newest first.
    List<Version> versions() {
        return desk.versions();
    }

    static Optional<ReplyTexts> own(Settings settings, String language) {
        return Optional.ofNullable(settings.texts().get(language));
    }

    /// Changes the texts of a language. What others changed beside them stays.
    Outcome take(Wish wish) {
        for (int i = 0; i < TRIES; i++) {
            int version = desk.version();
            Settings now = desk.current();
            if (version != wish.expected() && isOvertaken(wish, now)) {
                return new Outcome.Overtaken();
            }
            if (own(now, wish.language()).equals(wish.texts())) {
                return new Outcome.Saved(version, false);
            }
            switch (desk.change(wish.author(), version, SettingsYaml.write(changed(now, wish)))) {
                case Change.Made(int made, var _) -> {
                    audit.append(clock.instant(), wish.author(), wish.deed(), about(wish, made));
                    return new Outcome.Saved(made, true);
                }
                case Change.Refused(var problems) -> {
                    return new Outcome.Refused(problems);
                }
                case Change.Conflict _ -> {}
            }
        }
        return new Outcome.Overtaken();
    }

    private boolean isOvertaken(Wish wish, Settings now) {
        return own(wish.expected(), wish.language())
                .map(before -> !before.texts().equals(own(now, wish.language())))
                .orElse(true);
    }

    private static Settings changed(Settings settings, Wish wish) {
        Map<String, ReplyTexts> texts = new HashMap<>(settings.texts());
        wish.texts().ifPresentOrElse(own -> texts.put(wish.language(), own), () -> texts.remove(wish.language()));
        return new Settings(
                settings.lines(), settings.channels(), texts, settings.alerts(), settings.keepers(), settings.panic());
    }

    private static String about(Wish wish, int version) {
        return "texts %s, version %d".formatted(wish.language(), version);
    }
}
