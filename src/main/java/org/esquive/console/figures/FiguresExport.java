package org.esquive.console.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.ledger.Figures.Period;
import org.esquive.ledger.Figures.Totals;
import org.esquive.ledger.ReplyState;
import org.esquive.message.Country;
import org.esquive.policy.Reason;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// The figures of a window as a file: a row for each line and span, with the same names in every language.
@Controller
public final class FiguresExport {
    private static final int MICROS = 6;
    private static final int CENTS = 2;

    private final Sums sums;
    private final AuditLog audit;
    private final JsonMapper json;

    public FiguresExport(Sums sums, AuditLog audit, JsonMapper json) {
        this.sums = sums;
        this.audit = audit;
        this.json = json;
    }

    @GetMapping("/console/figures/export")
    void export(@RequestParam Map<String, String> parameters, Principal who, HttpServletResponse response)
            throws IOException {
        Sums.Asked asked = sums.asked(parameters).orElse(null);
        if (asked == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        List<Sums.OfLine> lines = sums.read(asked);
        String name =
                "esquive-figures-%s-%s".formatted(asked.line(), asked.window().word());
        Attachment form = Attachment.of(parameters.getOrDefault("as", ""));
        audit.append(sums.clock().instant(), who.getName(), Deed.EXPORTED, name + "." + form.word());
        try (Writer out = form.open(name, response)) {
            switch (form) {
                case CSV -> writeCsv(new Csv(out), asked, lines);
                case JSON -> writeJson(out, asked, lines);
            }
        }
    }

    private static void writeCsv(Csv csv, Sums.Asked asked, List<Sums.OfLine> lines) throws IOException {
        Collection<Country> countries = countries(lines);
        List<Object> head = new ArrayList<>(
                List.of("begins", "line", "texts", "flood", "senders", "replies", "segments", "money", "currency"));
        Arrays.stream(Reason.values()).forEach(reason -> head.add("silence." + reason));
        Arrays.stream(ReplyState.values()).forEach(state -> head.add("state." + state));
        countries.forEach(country -> head.add("country." + country));
        csv.row(head);
        for (Sums.OfLine line : lines) {
            for (Period period : line.periods()) {
                csv.row(cells(asked, line, period, countries));
            }
        }
    }

    private static List<Object> cells(
            Sums.Asked asked, Sums.OfLine line, Period period, Collection<Country> countries) {
        Totals totals = period.totals();
        List<Object> cells = new ArrayList<>(List.of(
                moment(period.from(), asked.window().zone()),
                line.line().id().value(),
                totals.organic(),
                totals.raid(),
                totals.senders(),
                totals.replies(),
                totals.segments(),
                money(totals),
                line.currency()));
        Arrays.stream(Reason.values())
                .forEach(reason -> cells.add(totals.silences().getOrDefault(reason, 0L)));
        Arrays.stream(ReplyState.values())
                .forEach(state -> cells.add(totals.states().getOrDefault(state, 0L)));
        countries.forEach(country -> cells.add(period.countries().getOrDefault(country, 0L)));
        return cells;
    }

    private static Collection<Country> countries(List<Sums.OfLine> lines) {
        Collection<Country> countries = new TreeSet<>(Comparator.comparing(Country::code));
        lines.forEach(line -> line.periods()
                .forEach(period -> countries.addAll(period.countries().keySet())));
        return countries;
    }

    private void writeJson(Writer out, Sums.Asked asked, List<Sums.OfLine> lines) {
        try (JsonGenerator to = json.createGenerator(out)) {
            to.writeStartObject();
            to.writeStringProperty("by", asked.window().unit().word());
            to.writeStringProperty("zone", asked.window().zone().getId());
            to.writeStringProperty("from", asked.window().first().toString());
            to.writeStringProperty("to", asked.window().last().toString());
            to.writeArrayPropertyStart("lines");
            for (Sums.OfLine line : lines) {
                to.writeStartObject();
                to.writeStringProperty("line", line.line().id().value());
                to.writeStringProperty("currency", line.currency());
                to.writeArrayPropertyStart("periods");
                line.periods()
                        .forEach(period -> write(to, period, asked.window().zone()));
                to.writeEndArray();
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }

    private static void write(JsonGenerator to, Period period, ZoneId zone) {
        Totals totals = period.totals();
        to.writeStartObject();
        to.writeStringProperty("begins", moment(period.from(), zone));
        to.writeNumberProperty("texts", totals.organic());
        to.writeNumberProperty("flood", totals.raid());
        to.writeNumberProperty("senders", totals.senders());
        to.writeNumberProperty("replies", totals.replies());
        to.writeNumberProperty("segments", totals.segments());
        to.writeNumberProperty("money", money(totals));
        write(to, "silences", totals.silences());
        write(to, "states", totals.states());
        write(to, "countries", period.countries());
        to.writeEndObject();
    }

    private static void write(JsonGenerator to, String name, Map<?, Long> counts) {
        to.writeObjectPropertyStart(name);
        counts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> to.writeNumberProperty(entry.getKey().toString(), entry.getValue()));
        to.writeEndObject();
    }

    /// In whole ones of the currency, to the millionth.
    private static BigDecimal money(Totals totals) {
        BigDecimal exact = BigDecimal.valueOf(totals.money(), MICROS).stripTrailingZeros();
        return exact.scale() < CENTS ? exact.setScale(CENTS) : exact;
    }

    private static String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }
}
