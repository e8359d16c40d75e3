package org.esquive.lab.checker;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.esquive.lab.checker.Findings.Kind;

/// Follows a history record by record, and judges it at its end. What happens after each event is one method; the
/// sets of the definition (sent, acked, stored, replied, rows) are bits and counts beside each inbound.
final class Trial {
    /// Refusals that are no more than "not now": throttled, queue full, system error, temporary error of an
    /// application; 429 is that of HTTP.
    private static final Set<Integer> NOT_NOW = Set.of(0x58, 0x14, 0x08, 0x64, 429);

    private static final Set<String> OPT_OUT = Set.of(
            "STOP",
            "STOPALL",
            "STOP ALL",
            "END",
            "CANCEL",
            "UNSUBSCRIBE",
            "QUIT",
            "REVOKE",
            "OPTOUT",
            "ARRET",
            "ARRÊT");
    private static final Set<String> OPT_IN = Set.of("START", "UNSTOP");

    private final Known known;
    final Findings findings = new Findings();
    private final Inbounds inbounds = new Inbounds();
    private final Outbounds outbounds = new Outbounds();
    private final Senders senders = new Senders();
    private final Pages pages = new Pages();
    private final Budget budget = new Budget();
    private final Faults faults = new Faults();
    private final Clock clock = new Clock();

    private boolean started;
    private boolean ended;
    private long seed;
    private int limit;
    private long memoryMs;
    private long acked;
    private long stored;
    private long replied;
    private long unknown;

    Trial(Known known) {
        this.known = known;
    }

    /// The next record.
    void take(Row row) {
        if (started == (row.event() == Event.RUN_START) || ended) {
            throw new Unusable(row.event() + (ended ? " after run.end" : " where the run starts or goes on"));
        }
        switch (row.event()) {
            case RUN_START -> start(row);
            case IN_SEND -> inSend(row);
            case IN_ACK -> inAck(row);
            case IN_LOST -> inbounds.lost(inbound(row), row);
            case OUT_RECV -> outRecv(row);
            case OUT_RESP -> outResp(row);
            case RECEIPT -> receipt(row);
            case FAULT -> faults.fault(row);
            case PROC -> faults.process(row);
            case CLOCK -> clock.jump(row.number(Field.T), row.number(Field.JUMP_MS));
            case FINAL_IN -> finalIn(row);
            case FINAL_OUT -> finalOut(row);
            case FINAL_PAGE -> pages.page(row);
            case FINAL_BUDGET -> budget.counter(row);
            case RUN_END -> ended = true;
        }
    }

    private void start(Row row) {
        started = true;
        seed = row.number(Field.SEED);
        limit = row.small(Field.LIMIT);
        memoryMs = Duration.ofDays(row.small(Field.FORGET_DAYS)).toMillis();
        faults.window(row.small(Field.WINDOW));
    }

    private int pair(Row row) {
        return senders.pair(row.small(Field.LINE), row.small(Field.SENDER));
    }

    /// The inbound a record speaks of, which must be of the line and sender that it was sent with.
    private int inbound(Row row) {
        int id = row.small(Field.ID);
        if (!inbounds.is(id, Inbounds.BEGUN) || inbounds.pair.get(id) != pair(row)) {
            throw new Unusable(row.event() + " of an inbound that was not sent by this sender to this line");
        }
        return id;
    }

    private void inSend(Row row) {
        int id = row.small(Field.ID);
        int pair = pair(row);
        senders.texts(pair, clock.at(row.number(Field.T)), memoryMs);
        if (!inbounds.is(id, Inbounds.BEGUN)) {
            inbounds.mark(id, Inbounds.BEGUN);
            inbounds.pair.set(id, pair);
            inbounds.account.set(id, senders.account(pair));
        }
        inbounds.sent(inbound(row), row);
        if (OPT_OUT.contains(row.wish)) {
            inbounds.mark(id, Inbounds.OPT_OUT);
        } else if (OPT_IN.contains(row.wish)) {
            senders.silence(pair, false);
        }
    }

    private void inAck(Row row) {
        int id = inbound(row);
        inbounds.acked(id, row);
        if (row.is(Field.OK) && inbounds.is(id, Inbounds.OPT_OUT)) {
            senders.silence(inbounds.pair.get(id), true);
        }
    }

    private void outRecv(Row row) {
        int pair = pair(row);
        int id = row.has(Field.FOR) ? row.small(Field.FOR) : -1;
        outbounds.received(row.small(Field.MT), pair, id, row.small(Field.SEGMENTS));
        boolean answersSomething = id >= 0 && inbounds.is(id, Inbounds.BEGUN);
        String name = id < 0
                ? "mt " + known.mts().name(row.small(Field.MT))
                : known.ids().name(id);
        if (answersSomething && senders.line(inbounds.pair.get(id)) != row.small(Field.LINE)) {
            findings.add(Rule.OTHER_LINE, Kind.ID, name);
        } else if (answersSomething ? inbounds.pair.get(id) != pair : id >= 0 || !senders.hasTexted(pair)) {
            findings.add(Rule.STRANGER, Kind.ID, name);
        } else if (senders.isSilent(pair) && !(id >= 0 && inbounds.is(id, Inbounds.OPT_OUT))) {
            findings.add(Rule.AFTER_OPT_OUT, Kind.ID, name);
        }
        if (id >= 0 && inbounds.is(id, Inbounds.REFUSED_FOR_GOOD)) {
            findings.add(Rule.AFTER_REFUSAL, Kind.ID, name);
        }
    }

    private void outResp(Row row) {
        int mt = row.small(Field.MT);
        outbounds.answered(mt);
        if (!row.has(Field.OK) && !row.is(Field.WITHHELD)) {
            throw new Unusable("an answer that is neither good, bad nor withheld");
        }
        int id = outbounds.inbound(mt);
        if (row.is(Field.OK) || row.is(Field.WITHHELD)) {
            replied(mt, id);
        } else if (id >= 0 && row.has(Field.STATUS) && !NOT_NOW.contains(row.small(Field.STATUS))) {
            inbounds.mark(id, Inbounds.REFUSED_FOR_GOOD);
        }
    }

    private void replied(int mt, int id) {
        replied++;
        int pair = outbounds.pair(mt);
        String name = id < 0 ? "mt " + known.mts().name(mt) : known.ids().name(id);
        if (senders.replied(pair, limit)) {
            findings.add(Rule.SENDER_OVER, Kind.ID, name);
        }
        if (id < 0) {
            budget.owe(outbounds.segments(mt));
            return;
        }
        if (!inbounds.is(id, Inbounds.REPLIED)) {
            inbounds.mark(id, Inbounds.REPLIED);
        } else if (!inbounds.is(id, Inbounds.REPLIED_TWICE)) {
            inbounds.mark(id, Inbounds.REPLIED_TWICE);
            findings.add(Rule.INBOUND_OVER, Kind.ID, name);
        }
        charge(id, outbounds.segments(mt));
    }

    /// Once an inbound, however many replies it got.
    private void charge(int id, int segments) {
        if (!inbounds.is(id, Inbounds.CHARGED)) {
            inbounds.mark(id, Inbounds.CHARGED);
            budget.owe(segments);
        }
    }

    private void receipt(Row row) {
        if (!outbounds.isReceived(row.small(Field.MT))) {
            throw new Unusable("a receipt of an outbound that never came");
        }
    }

    private void finalIn(Row row) {
        int id = row.small(Field.ID);
        boolean isReply = isReply(row.word(Field.DECISION));
        stored++;
        if (inbounds.is(id, Inbounds.STORED)) {
            findings.add(Rule.DUPLICATES, Kind.ID, known.ids().name(id));
        } else {
            inbounds.mark(id, Inbounds.STORED);
            pages.count(row.small(Field.LINE), Pages.RECEIVED);
            if (!isReply) {
                pages.count(row.small(Field.LINE), Pages.SILENCED);
            }
        }
        int pair = pair(row);
        boolean asSent = inbounds.is(id, Inbounds.SENT) && inbounds.pair.get(id) == pair;
        if (!asSent) {
            findings.add(Rule.UNEXPECTED, Kind.ID, known.ids().name(id));
        }
        int n = row.small(Field.N);
        if (n < 1 || !senders.counted(asSent ? inbounds.account.get(id) : senders.account(pair), n)) {
            findings.add(Rule.COUNTS, Kind.ID, known.ids().name(id));
        }
        if (isReply && n > limit) {
            findings.add(Rule.DECIDED_OVER, Kind.ID, known.ids().name(id));
        }
    }

    private static boolean isReply(String decision) {
        return switch (decision) {
            case "reply" -> true;
            case "silence" -> false;
            default -> throw new Unusable("a decision called " + decision);
        };
    }

    private void finalOut(Row row) {
        int id = row.small(Field.ID);
        switch (row.word(Field.STATE)) {
            case "SENT", "DELIVERED", "FAILED" -> {
                pages.count(row.small(Field.LINE), Pages.ANSWERED);
                if (!inbounds.is(id, Inbounds.REPLIED)) {
                    findings.add(Rule.UNSENT, Kind.ID, known.ids().name(id));
                }
            }
            case "UNKNOWN" -> {
                unknown++;
                pages.count(row.small(Field.LINE), Pages.UNKNOWN);
                charge(id, row.small(Field.SEGMENTS));
            }
            case "DUE", "SENDING" ->
                findings.add(Rule.LEFT_OPEN, Kind.ID, known.ids().name(id));
            case "REFUSED", "EXPIRED", "CANCELLED" -> {}
            default -> throw new Unusable("a state called " + row.word(Field.STATE));
        }
    }

    /// The verdict, once every record was taken.
    Verdict verdict() {
        if (!ended) {
            throw new Unusable("no run.end");
        }
        for (int mt = 0; mt < known.mts().size(); mt++) {
            if (outbounds.isReceived(mt) && !outbounds.isAnswered(mt)) {
                throw new Unusable("an outbound that was neither answered nor withheld: mt "
                        + known.mts().name(mt));
            }
        }
        for (int id = 0; id < known.ids().size(); id++) {
            judge(id);
        }
        judgeCounts();
        pages.eachWrong(
                known.lines().size(),
                (line, by) -> findings.add(
                        Rule.PAGE_MISMATCH, by, Kind.LINE, known.lines().name(line)));
        if (budget.mismatch() > 0) {
            findings.count(Rule.BUDGET_MISMATCH, budget.mismatch());
        }
        if (unknown > faults.unknownAllowed()) {
            findings.count(Rule.UNKNOWN_OVER, unknown - faults.unknownAllowed());
        }
        return new Verdict(broken(), seed, acked, stored, replied, unknown);
    }

    private void judge(int id) {
        if (inbounds.isInTheAir(id)) {
            throw new Unusable("a delivery that was neither answered nor lost: "
                    + known.ids().name(id));
        }
        if (inbounds.is(id, Inbounds.ACKED)) {
            acked++;
            if (!inbounds.is(id, Inbounds.STORED)) {
                findings.add(Rule.LOST, Kind.ID, known.ids().name(id));
            }
        }
    }

    private void judgeCounts() {
        for (int account = 0; account < senders.accountsOpened(); account++) {
            if (senders.hasHole(account)) {
                findings.count(Rule.COUNTS, 1);
            }
        }
    }

    private Map<Rule, Long> broken() {
        Map<Rule, Long> broken = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            if (findings.times(rule) > 0) {
                broken.put(rule, findings.times(rule));
            }
        }
        return broken;
    }
}
