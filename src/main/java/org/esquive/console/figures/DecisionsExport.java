package org.esquive.console.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.esquive.console.Asked;
import org.esquive.console.Lines;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Figures.Entry;
import org.esquive.ledger.Search;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Decisions as a file, newest first: those that a page with the same address shows, and those behind them. It
/// is written while it is read, a page at a time, so that it costs no memory and holds nobody up. What people
/// wrote is never in it.
@Controller
public final class DecisionsExport {
    /// The most decisions of a file.
    static final int MOST = 100_000;

    /// The most looks at the ledger for one.
    private static final int MOST_LOOKS = 200;

    private static final List<String> HEAD =
            List.of("received", "line", "sender", "nth", "decision", "reason", "held", "state", "due", "detail");

    private final Lines lines;
    private final Figures figures;
    private final AuditLog audit;
    private final Writing writing;

    /// What files are written with.
    public record Writing(InstantSource clock, JsonMapper json) {}

    /// @param settings what keepers decided, as it is now
    public DecisionsExport(Supplier<Settings> settings, Figures figures, AuditLog audit, Writing writing) {
        this.lines = new Lines(settings);
        this.figures = figures;
        this.audit = audit;
        this.writing = writing;
    }

    /// What a file is written of.
    private record Source(Line line, Asked asked) {}

    /// Takes one decision after the other.
    private interface Target {
        void take(List<Object> cells) throws IOException;
    }

    @GetMapping("/console/decisions/export")
    void export(@RequestParam Map<String, String> parameters, Principal who, HttpServletResponse response)
            throws IOException {
        Asked asked = Asked.of(parameters);
        Optional<Line> line = lines.chosen(asked.line());
        if (line.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Instant now = writing.clock().instant();
        String day =
                DateTimeFormatter.ISO_LOCAL_DATE.format(now.atZone(line.get().zone()));
        String name = "esquive-decisions-%s-%s".formatted(line.get().id(), day);
        Attachment form = Attachment.of(parameters.getOrDefault("as", ""));
        audit.append(now, who.getName(), Deed.EXPORTED, name + "." + form.word());
        Source source = new Source(line.get(), asked);
        try (Writer out = form.open(name, response)) {
            switch (form) {
                case CSV -> writeCsv(new Csv(out), source);
                case JSON -> writeJson(out, source);
            }
        }
    }

    private void writeCsv(Csv csv, Source source) throws IOException {
        csv.row(HEAD);
        if (!writeAll(source, csv::row)) {
            csv.row(List.of("not complete: ask for fewer days"));
        }
    }

    private void writeJson(Writer out, Source source) throws IOException {
        try (JsonGenerator to = writing.json().createGenerator(out)) {
            to.writeStartObject();
            to.writeArrayPropertyStart("decisions");
            boolean complete = writeAll(source, cells -> write(to, cells));
            to.writeEndArray();
            to.writeBooleanProperty("complete", complete);
            to.writeEndObject();
        }
    }

    private static void write(JsonGenerator to, List<Object> cells) {
        to.writeStartObject();
        for (int i = 0; i < HEAD.size(); i++) {
            switch (cells.get(i)) {
                case Integer number -> to.writeNumberProperty(HEAD.get(i), number);
                case Object text -> to.writeStringProperty(HEAD.get(i), text.toString());
            }
        }
        to.writeEndObject();
    }

    /// @return whether it is all there is
    private boolean writeAll(Source source, Target target) throws IOException {
        Line line = source.line();
        Search.Range range = source.asked().range(line.zone());
        int written = 0;
        for (int look = 0; look < MOST_LOOKS && written < MOST; look++) {
            Search.Found found =
                    figures.find(line.id(), new Search(source.asked().only(), range, true, Search.MOST));
            for (Entry entry : found.entries()) {
                target.take(cells(entry, line.zone()));
            }
            written += found.entries().size();
            if (found.on().isEmpty()) {
                return true;
            }
            range = new Search.Range(range.after(), found.on().get());
        }
        return false;
    }

    private static List<Object> cells(Entry entry, ZoneId zone) {
        Optional<Figures.Reply> reply = entry.reply();
        return List.of(
                moment(entry.at(), zone),
                entry.line().value(),
                HexFormat.of().formatHex(entry.sender().bytes()),
                entry.n(),
                reply.map(it -> it.answer().name().toLowerCase(Locale.ROOT)).orElse("silence"),
                entry.reason().map(Enum::name).orElse(""),
                entry.held().map(held -> held.scope() + " " + held.cause()).orElse(""),
                reply.map(it -> it.state().name()).orElse(""),
                reply.map(it -> moment(it.dueAt(), zone)).orElse(""),
                reply.flatMap(Figures.Reply::detail).orElse(""));
    }

    private static String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
    }
}
