package org.esquive.api;

import java.util.Locale;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.Chronicle;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What keepers should see: alerts, and how the channels are doing.
@RestController
@RequestMapping("/api/v1")
public final class WatchApi {
    private final Steering steering;
    private final Chronicle chronicle;

    public WatchApi(Steering steering, Chronicle chronicle) {
        this.steering = steering;
        this.chronicle = chronicle;
    }

    /// A channel and how it is doing.
    ///
    /// @param cause what is wrong and what to do; empty if nothing is
    public record ChannelView(String id, String kind, String state, String cause) {}

    @GetMapping("/alerts")
    @Needs(Scope.FIGURES_READ)
    ListView<AlertView> alerts(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            Locale language) {
        int most = Asked.limit(limit);
        Chronicle.Page<AlertBook.Written> page = chronicle.alerts(Asked.after(after), most);
        return ListView.page(
                page.items().stream()
                        .map(written -> AlertView.of(written, language))
                        .toList(),
                page.next(),
                next -> "/api/v1/alerts?limit=" + most + "&after=" + next);
    }

    @GetMapping("/channels")
    @Needs(Scope.FIGURES_READ)
    ListView<ChannelView> channels() {
        return ListView.whole(steering.channels().stream()
                .map(channel -> new ChannelView(channel.id(), channel.kind(), channel.state(), channel.cause()))
                .toList());
    }
}
