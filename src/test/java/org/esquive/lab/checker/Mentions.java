package org.esquive.lab.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.esquive.lab.checker.Findings.Kind;
import org.esquive.lab.checker.Findings.Offender;

/// Collects the numbers of the records that speak of an offender.
final class Mentions {
    private final Offender offender;
    private final Known known;
    private final int most;
    private final List<Long> records = new ArrayList<>();
    private final Set<Long> mts = new HashSet<>();

    Mentions(Offender offender, Known known, int most) {
        this.offender = offender;
        this.known = known;
        this.most = most;
    }

    void look(Row row) {
        if (records.size() < most && speaks(row)) {
            records.add(row.number(Field.I));
        }
    }

    List<Long> records() {
        return records;
    }

    private boolean speaks(Row row) {
        if (offender.kind() == Kind.LINE) {
            return row.event() == Event.FINAL_PAGE && names(known.lines(), row, Field.LINE);
        }
        boolean direct = names(known.ids(), row, Field.ID) || names(known.ids(), row, Field.FOR);
        if (direct && row.has(Field.MT)) {
            mts.add(row.number(Field.MT));
        }
        return direct || (row.has(Field.MT) && mts.contains(row.number(Field.MT)));
    }

    private boolean names(Names names, Row row, Field field) {
        return row.has(field) && names.name(row.small(field)).equals(offender.name());
    }
}
