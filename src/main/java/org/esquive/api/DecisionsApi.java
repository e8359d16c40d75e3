package org.esquive.api;

import java.time.Instant;
import java.util.Optional;
import org.esquive.ledger.Chronicle;
import org.esquive.ledger.Chronicle.Wanted;
import org.esquive.ledger.Figures;
import org.esquive.ledger.ReplyState;
import org.esquive.message.LineId;
import org.esquive.policy.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// Each text of a line with its decision, and where its reply stands.
@RestController
@RequestMapping("/api/v1/lines/{line}/decisions")
public final class DecisionsApi {
    private static final Instant EVER = Instant.parse("2079-01-01T00:00:00Z");

    private final Steering steering;
    private final Figures figures;
    private final Chronicle chronicle;

    public DecisionsApi(Steering steering, Figures figures, Chronicle chronicle) {
        this.steering = steering;
        this.figures = figures;
        this.chronicle = chronicle;
    }

    @GetMapping
    @Needs(Scope.DECISIONS_READ)
    ListView<DecisionView> decisions(
            @PathVariable("line") String line,
            @RequestParam(name = "reason", required = false) @Nullable String reason,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        LineId id = Asked.line(line, steering).line().id();
        Wanted wanted = new Wanted(
                id,
                Asked.after(after),
                Asked.moment("from", from, Instant.EPOCH),
                Asked.moment("to", to, EVER),
                Asked.word("reason", reason, Reason.class),
                Asked.word("state", state, ReplyState.class),
                Asked.limit(limit));
        Chronicle.Page<Figures.Entry> page = chronicle.decisions(wanted);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/v1/lines/{line}/decisions")
                .queryParamIfPresent("reason", wanted.reason())
                .queryParamIfPresent("state", wanted.state())
                .queryParamIfPresent("from", Optional.ofNullable(from))
                .queryParamIfPresent("to", Optional.ofNullable(to))
                .queryParam("limit", wanted.most());
        return ListView.page(
                page.items().stream().map(DecisionView::of).toList(),
                page.next(),
                next -> address.cloneBuilder()
                        .queryParam("after", next)
                        .encode()
                        .buildAndExpand(id.value())
                        .toUriString());
    }

    @GetMapping("/{decision}")
    @Needs(Scope.DECISIONS_READ)
    DecisionView decision(@PathVariable("line") String line, @PathVariable("decision") String decision) {
        LineId id = Asked.line(line, steering).line().id();
        return Asked.number(decision)
                .flatMap(number -> figures.entry(id, number))
                .map(DecisionView::of)
                .orElseThrow(() -> Refusal.notFound("decision of that id"));
    }
}
