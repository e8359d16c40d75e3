package org.esquive.lab;

import static org.esquive.lab.Fixtures.DEMO;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.esquive.ledger.Chronicle;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Office;
import org.esquive.ledger.RecordText;
import org.esquive.ledger.Search;
import org.esquive.policy.LineRecord;

/// All that can be asked of a ledger, as one list: two ledgers with equal pictures are equal to whoever uses them.
public final class Picture {
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");
    private static final int ALL = 1_000;

    private Picture() {}

    public static List<String> of(Ledger ledger) {
        List<Object> seen = new ArrayList<>();
        figures(ledger, seen);
        office(ledger, seen);
        seen.add(ledger.alerts().after(0, ALL));
        seen.add(ledger.alerts().end());
        seen.add(ledger.alerts().told("mail"));
        seen.add(ledger.settings().versions());
        seen.add(ledger.nextDue(DEMO));
        return seen.stream().map(String::valueOf).toList();
    }

    private static void figures(Ledger ledger, List<Object> seen) {
        Figures figures = ledger.figures();
        List<Figures.Entry> latest = figures.latest(DEMO, 0, ALL);
        LineRecord line = figures.line(DEMO);
        seen.add(RecordText.of(line.spending()) + RecordText.of(line.flood()) + RecordText.of(line.breaker()));
        seen.add(figures.totals(DEMO, Instant.EPOCH, END));
        seen.add(figures.periods(DEMO, List.of(Instant.EPOCH, Desk.EVENING.plus(Duration.ofDays(1)), END)));
        seen.add(new TreeMap<>(figures.textsByHour(DEMO, Desk.EVENING, Desk.EVENING.plus(Duration.ofDays(9)))));
        seen.addAll(latest);
        seen.add(figures.find(DEMO, new Search(Search.Only.ALL, Search.Range.ALL, false, ALL)));
        seen.add(figures.alerts(DEMO, ALL));
        List<Long> ids = latest.stream().map(Figures.Entry::id).toList();
        seen.add(new TreeMap<>(ledger.kept().of(DEMO, ids)));
    }

    private static void office(Ledger ledger, List<Object> seen) {
        Office office = ledger.office();
        seen.add(office.audit().latest(Long.MAX_VALUE, ALL));
        seen.add(office.people().all());
        seen.add(office.people().recoveryLeft("ada"));
        seen.add(office.sessions().of("ada"));
        seen.add(office.tokens().all());
        seen.add(office.deliveries().position("tracker"));
        seen.add(office.deliveries().latest("tracker"));
        Chronicle chronicle = office.chronicle();
        seen.add(chronicle.replies(0, ALL));
        seen.add(chronicle.lastReply());
        seen.add(chronicle.decisions(new Chronicle.Wanted(
                DEMO, Long.MAX_VALUE, Instant.EPOCH, END, Optional.empty(), Optional.empty(), ALL)));
    }
}
