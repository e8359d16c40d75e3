package org.esquive.site;

import java.time.Duration;
import org.esquive.settings.Line;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The figures of the page for other pages: `/line/{id}/counter.json`, as round and as late as there.
@Controller
public final class CounterRoute {
    /// They change once a day.
    private static final Duration KEPT = Duration.ofHours(1);

    private final Lines lines;

    /// What a line counted.
    ///
    /// @param line its id
    /// @param until the last day that is counted, by the clock of the line
    /// @param days how many days are counted together
    /// @param texts texts received, as far as people sent them; rounded down, like all sums
    /// @param replies answers decided
    /// @param floods texts that came in a flood
    record Counter(String line, String until, int days, long texts, long replies, long floods) {}

    public CounterRoute(Lines lines) {
        this.lines = lines;
    }

    /// Any page of any site may ask. What is too little to hide in is zero.
    @GetMapping("/line/{id}/counter.json")
    ResponseEntity<Counter> counter(@PathVariable String id) {
        Line line = lines.named(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(counter(line));
    }

    private Counter counter(Line line) {
        Counts counts = lines.seen(line).counts();
        return new Counter(
                line.id().value(),
                lines.countedUntil(line).toString(),
                PublicFigures.SPAN,
                counts.texts(),
                counts.replies(),
                counts.raid());
    }
}
