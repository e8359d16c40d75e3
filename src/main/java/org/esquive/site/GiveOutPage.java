package org.esquive.site;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.esquive.ledger.Figures;
import org.esquive.message.Numbering;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Countries;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.esquive.site.PublicFigures.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The page a number is given out from: the number, what the person will receive and when, and what to know
/// before giving it. It must be read in seconds, at night, on a phone that somebody else may look at.
@Controller
public final class GiveOutPage {
    /// A number of more characters than this is set smaller, to stay on one line of a phone.
    private static final int SHORT = 14;

    private final Supplier<Settings> settings;
    private final Supplier<Rulebook> rulebook;
    private final Map<String, ReplyTexts> shipped;
    private final Countries countries;
    private final PublicFigures figures;
    private final InstantSource clock;

    /// What keepers decided, and what comes with the program.
    ///
    /// @param settings as they wrote it, as it is now; without lines before the first one is set up
    /// @param rulebook as it is applied, as it is now
    /// @param shipped the reply texts that come with the program, by language tag
    public record Decided(Supplier<Settings> settings, Supplier<Rulebook> rulebook, Map<String, ReplyTexts> shipped) {}

    /// @param countries whom to turn to in each country
    public GiveOutPage(Decided decided, Countries countries, Figures figures, InstantSource clock) {
        this.settings = decided.settings();
        this.rulebook = decided.rulebook();
        this.shipped = Map.copyOf(decided.shipped());
        this.countries = countries;
        this.figures = new PublicFigures(figures, clock);
        this.clock = clock;
    }

    @GetMapping("/")
    String first(Model model, Locale locale) {
        Settings now = settings.get();
        Optional<Line> line = now.lines().stream()
                .filter(each -> each.status() == Line.Status.OPEN)
                .findFirst()
                .or(() -> now.lines().stream().findFirst());
        return show(line, now, model, locale);
    }

    @GetMapping("/line/{id}")
    String one(@PathVariable String id, Model model, Locale locale) {
        Settings now = settings.get();
        Optional<Line> line = now.lines().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst();
        if (line.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return show(line, now, model, locale);
    }

    private String show(Optional<Line> line, Settings now, Model model, Locale locale) {
        List<PageView.OtherLine> others = now.lines().stream()
                .filter(each -> line.filter(each::equals).isEmpty() && each.status() != Line.Status.RETIRED)
                .map(each -> new PageView.OtherLine(each.id().value(), Numbering.international(each.number())))
                .toList();
        Seen seen = line.map(figures::of).orElse(Seen.NOTHING);
        PageView.@Nullable LineView shown = line.map(each -> view(each, now)).orElse(null);
        @Nullable Pause pause = line.flatMap(each -> pause(each, seen, locale)).orElse(null);
        model.addAttribute(
                "page", new PageView(locale.getLanguage(), shown, pause, seen.counts(), others, help(line, locale)));
        return "page";
    }

    /// What keepers stopped shows at once, what the ledger knows within a minute.
    private Optional<Pause> pause(Line line, Seen seen, Locale locale) {
        Instant now = clock.instant();
        return rulebook.get()
                .of(line.id())
                .filter(_ -> line.status() != Line.Status.RETIRED)
                .flatMap(rules -> Pause.of(rules.holds(seen.record(), seen.channel(), now), now, line.zone(), locale));
    }

    private HelpView help(Optional<Line> line, Locale locale) {
        return line.flatMap(each -> countries.of(each.country()))
                .map(profile -> HelpView.of(profile, locale.getLanguage()))
                .orElse(HelpView.ANYWHERE);
    }

    private PageView.LineView view(Line line, Settings now) {
        String national = Numbering.national(line.number());
        return new PageView.LineView(
                national,
                Numbering.international(line.number()),
                national.length() > SHORT,
                line.status() == Line.Status.RETIRED,
                Numbering.isForFiction(line.number()),
                Wait.of(line.timing().delay()),
                line.language(),
                texts(line.language(), now).rung(1));
    }

    private ReplyTexts texts(String language, Settings now) {
        ReplyTexts own = now.texts().get(language);
        return own != null ? own : Objects.requireNonNull(shipped.get(language), "settings name a language we have");
    }
}
