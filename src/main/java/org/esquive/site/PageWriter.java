package org.esquive.site;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.message.Numbering;
import org.esquive.settings.Countries;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Writes the public pages: the same bytes, whether a program serves them or a folder keeps them.
public final class PageWriter {
    private final ITemplateEngine templates;
    private final Map<String, ReplyTexts> shipped;
    private final Countries countries;

    /// @param shipped the reply texts that come with the program, by language tag
    /// @param countries whom to turn to in each country
    public PageWriter(ITemplateEngine templates, Map<String, ReplyTexts> shipped, Countries countries) {
        this.templates = templates;
        this.shipped = Map.copyOf(shipped);
        this.countries = countries;
    }

    /// A page in one language.
    byte[] write(Leaf leaf, Standing standing, Language language, Places places) {
        Context context = new Context(language.locale());
        context.setVariable("page", view(standing, language, places));
        context.setVariable("frame", Frame.of(language, places, each -> self(leaf, standing.line(), each, places)));
        return templates.process(leaf.template(), context).getBytes(StandardCharsets.UTF_8);
    }

    private static String self(Leaf leaf, @Nullable Line line, Language language, Places places) {
        if (leaf == Leaf.PRIVACY) {
            return places.privacy(language);
        }
        return line == null ? places.home(language) : places.of(leaf, line.id(), language);
    }

    private PageView view(Standing standing, Language language, Places places) {
        Optional<Line> line = Optional.ofNullable(standing.line());
        PageView.@Nullable LineView shown = line.map(each -> line(each, standing.settings(), language, places))
                .orElse(null);
        return new PageView(
                shown,
                standing.pause(language).orElse(null),
                counted(standing.counts(), language),
                new Others(places, language).than(standing.line(), standing.settings()),
                line.flatMap(each -> countries.of(each.country()))
                        .map(profile -> HelpView.of(profile, language.tag()))
                        .orElse(HelpView.ANYWHERE),
                today(standing, language));
    }

    private static String today(Standing standing, Language language) {
        LocalDate day = LocalDate.ofInstant(
                standing.at(),
                standing.line() == null ? ZoneOffset.UTC : standing.line().zone());
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.formats())
                .format(day);
    }

    private static PageView.@Nullable Counted counted(Counts counts, Language language) {
        return counts.shown()
                ? new PageView.Counted(
                        told(counts.texts(), language), told(counts.replies(), language), told(counts.raid(), language))
                : null;
    }

    private static String told(long count, Language language) {
        return count == 0 ? "" : language.number(count);
    }

    private PageView.LineView line(Line line, Settings settings, Language language, Places places) {
        String national = Numbering.national(line.number());
        return new PageView.LineView(
                line.id().value(),
                national,
                Numbering.international(line.number()),
                national.length() > PageView.LineView.SHORT,
                PageView.LineView.isRetired(line),
                Numbering.isForFiction(line.number()),
                Wait.of(line.timing().delay()),
                said(line, settings),
                QrCode.of(line.number()),
                new PageView.At(
                        places.of(Leaf.PAGE, line.id(), language),
                        places.of(Leaf.PRINT, line.id(), language),
                        places.contact(line.id(), language)));
    }

    /// What the line says in its own language, whatever the page speaks: it is what the person will read.
    private PageView.Said said(Line line, Settings settings) {
        ReplyTexts own = settings.texts().get(line.language());
        ReplyTexts texts = own != null
                ? own
                : Objects.requireNonNull(shipped.get(line.language()), "settings name a language we have");
        List<String> more = Stream.of(2, 3)
                .filter(n -> n <= Math.min(texts.ladder().size(), line.limits().textsPerSender()))
                .map(texts::rung)
                .toList();
        String cover = line.timing().cover().flatMap(_ -> texts.cover()).orElse("");
        return new PageView.Said(line.language(), cover, texts.rung(1), more);
    }
}
