package org.esquive.console.studio;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.esquive.console.studio.StudioView.Origin;
import org.esquive.console.studio.StudioView.Tongue;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.message.Numbering;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.jspecify.annotations.Nullable;

/// Puts the page together: what is typed, what is stored, and what somebody else stored meanwhile.
final class Composer {
    private final TextDesk desk;

    Composer(TextDesk desk) {
        this.desk = desk;
    }

    /// What the page is to show.
    ///
    /// @param line whose phone
    /// @param language whose texts
    /// @param version the version that the fields are to follow
    /// @param base the version that they began with
    /// @param typed what stands in them
    record Wanted(Line line, String language, int version, int base, Typed typed) {

        Wanted with(Typed other) {
            return new Wanted(line, language, version, base, other);
        }
    }

    StudioView view(Wanted wanted, List<Note> problems, Locale locale) {
        Settings settings = desk.settings();
        String language = wanted.language();
        boolean own = TextDesk.own(settings, language).isPresent();
        Price price = Price.of(wanted.line(), settings);
        List<String> usedBy = usedBy(settings, language);
        Set<String> tags = new TreeSet<>(desk.languages());
        tags.add(language);
        return new StudioView(
                settings.lines().stream().map(line -> line.id().value()).toList(),
                wanted.line().id().value(),
                Numbering.national(wanted.line().number()),
                wanted.line().limits().textsPerSender(),
                language,
                name(language, locale),
                tags.stream()
                        .map(tag -> new Tongue(
                                tag, name(tag, locale), settings.texts().containsKey(tag)))
                        .toList(),
                own ? Origin.OWN : TextDesk.shipped(language).isPresent() ? Origin.SHIPPED : Origin.NEW,
                own && (TextDesk.shipped(language).isPresent() || usedBy.isEmpty()),
                usedBy,
                price.segment(locale),
                wanted.line().channel(),
                wanted.version(),
                wanted.base(),
                others(wanted),
                steps(wanted, new StepView.Common(wanted.line(), settings, language, price, locale)),
                problems);
    }

    /// One step, alone.
    StepView step(Step step, Wanted wanted, Locale locale) {
        Settings settings = desk.settings();
        Price price = Price.of(wanted.line(), settings);
        return StepView.of(
                step,
                wanted.typed(),
                new StepView.Common(wanted.line(), settings, wanted.language(), price, locale),
                null);
    }

    /// What is typed, on top of what somebody else stored meanwhile: a field that was not touched here takes theirs.
    Wanted merged(Wanted wanted) {
        Typed before = at(wanted.base(), wanted.language());
        Typed now = now(wanted.language());
        Map<Step, String> untouched = Arrays.stream(Step.values())
                .filter(step -> wanted.typed().at(step).equals(before.at(step)))
                .collect(Collectors.toMap(step -> step, now::at));
        return new Wanted(
                wanted.line(),
                wanted.language(),
                desk.version(),
                wanted.base(),
                wanted.typed().with(untouched));
    }

    /// The texts in force, as fields.
    Typed now(String language) {
        return desk.inForce(language).map(Typed::of).orElse(Typed.EMPTY);
    }

    /// The texts that were in force under a version, as fields; empty ones if that cannot be known.
    private Typed at(int version, String language) {
        return desk.own(version, language).map(own -> own.fields(language)).orElse(Typed.EMPTY);
    }

    /// A language in the words of another, with a capital: it begins a line.
    static String name(String tag, Locale locale) {
        String name = Locale.forLanguageTag(tag).getDisplayName(locale);
        return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    static List<String> usedBy(Settings settings, String language) {
        return settings.lines().stream()
                .filter(line -> line.language().equals(language))
                .map(line -> line.id().value())
                .toList();
    }

    private List<StepView> steps(Wanted wanted, StepView.Common common) {
        boolean overtaken = wanted.base() != wanted.version();
        Typed before = overtaken ? at(wanted.base(), wanted.language()) : Typed.EMPTY;
        Typed theirs = overtaken ? now(wanted.language()) : Typed.EMPTY;
        return Arrays.stream(Step.values())
                .map(step -> StepView.of(
                        step, wanted.typed(), common, overtaken ? other(step, before, theirs, wanted.typed()) : null))
                .toList();
    }

    private static StepView.@Nullable Other other(Step step, Typed before, Typed theirs, Typed typed) {
        if (theirs.at(step).equals(before.at(step))) {
            return null;
        }
        boolean taken = theirs.at(step).equals(typed.at(step));
        String old = taken ? before.at(step) : theirs.at(step);
        return new StepView.Other(taken, theirs.at(step), Diff.of(old, typed.at(step)));
    }

    /// Who wrote the versions since the fields began.
    private String others(Wanted wanted) {
        if (wanted.base() == wanted.version()) {
            return "";
        }
        return desk.versions().stream()
                .takeWhile(version -> version.number() > wanted.base())
                .map(Version::author)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
