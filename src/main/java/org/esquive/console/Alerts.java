package org.esquive.console;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.esquive.alert.Notice;
import org.esquive.alert.Standing;
import org.esquive.alert.Telling;
import org.esquive.alert.Watch;
import org.esquive.alert.Words;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The alerts of all lines with what to do, who is told of them, and a button to see whether that works.
@Controller
public final class Alerts {
    private static final String PAGE = "/console/alerts";

    private final Supplier<Settings> settings;
    private final AlertBook book;
    private final Watch watch;
    private final InstantSource clock;

    /// @param settings what keepers decided, as it is now
    public Alerts(Supplier<Settings> settings, AlertBook book, Watch watch, InstantSource clock) {
        this.settings = settings;
        this.book = book;
        this.watch = watch;
        this.clock = clock;
    }

    /// An alert, or several of one cause in a row.
    ///
    /// @param at when the latest was raised
    /// @param since when the first was raised; empty if there is but one
    public record Row(String title, String says, String advice, String at, String since, boolean urgent) {}

    /// Who is told.
    ///
    /// @param told when last; empty if never
    /// @param waiting causes not told yet
    /// @param cause what keeps it from being told; empty if nothing does
    /// @param since since when
    /// @param again when it is tried again
    public record Destination(
            String id, String kind, String told, int waiting, String cause, String since, String again) {}

    /// What came of a test.
    ///
    /// @param cause why it failed; empty if it did not
    public record Result(String id, String cause) {}

    @GetMapping(PAGE)
    String show(Model model, Locale language) {
        Words words = Words.in(language.getLanguage(), zone());
        Times times = new Times(clock, words.zone());
        model.addAttribute(
                "destinations",
                watch.standings().stream()
                        .map(standing -> destination(standing, times))
                        .toList());
        try {
            model.addAttribute(
                    "alerts",
                    words.read(book.latest(AlertBook.MOST)).stream()
                            .map(item -> row(item, times))
                            .toList());
            model.addAttribute("readable", true);
        } catch (LedgerUnavailable _) {
            model.addAttribute("alerts", List.of());
            model.addAttribute("readable", false);
        }
        return "console/alerts";
    }

    @PostMapping(PAGE + "/test")
    String test(RedirectAttributes after) throws InterruptedException {
        after.addFlashAttribute(
                "results",
                watch.test().stream()
                        .map(tested -> new Result(tested.id(), cause(tested.telling())))
                        .toList());
        return "redirect:" + PAGE;
    }

    private ZoneId zone() {
        return settings.get().lines().stream().findFirst().map(Line::zone).orElse(ZoneId.of("UTC"));
    }

    private static String cause(Telling telling) {
        return switch (telling) {
            case Telling.Told _ -> "";
            case Telling.Failed(var cause, var _) -> cause;
        };
    }

    private static Row row(Notice.Item item, Times times) {
        Instant at = item.latest().at();
        return new Row(
                item.title(),
                item.says(),
                item.advice(),
                times.of(at),
                item.count() > 1 ? times.of(item.since()) : "",
                item.isUrgent());
    }

    private static Destination destination(Standing standing, Times times) {
        return new Destination(
                standing.id(),
                standing.kind(),
                standing.toldAt().map(times::of).orElse(""),
                standing.waiting(),
                standing.trouble().map(Standing.Trouble::cause).orElse(""),
                standing.trouble().map(trouble -> times.of(trouble.since())).orElse(""),
                standing.trouble().map(trouble -> times.of(trouble.again())).orElse(""));
    }
}
