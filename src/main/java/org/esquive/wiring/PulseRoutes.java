package org.esquive.wiring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.esquive.channel.loopback.PhonePage;
import org.esquive.console.Decisions;
import org.esquive.console.Now;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The streams that keep open pages fresh.
@Controller
final class PulseRoutes {
    private final Decisions decisions;
    private final Now now;
    private final Channels channels;
    private final PhonePage phone;
    private final Pulse ofKeepers = new Pulse();
    private final Pulse ofPhones = new Pulse();

    PulseRoutes(Decisions decisions, Now now, Channels channels, PhonePage phone) {
        this.decisions = decisions;
        this.now = now;
        this.channels = channels;
        this.phone = phone;
    }

    @GetMapping("/console/live")
    SseEmitter console(@RequestParam(required = false) @Nullable String line) {
        return ofKeepers.open(() -> List.of(decisions.stamp(line), now.stamp(line), channels.states()));
    }

    @GetMapping("/loopback/live")
    SseEmitter phone(HttpServletRequest request, @RequestParam String from) {
        phone.refuseStrangers(request);
        return ofPhones.open(() -> phone.thread(from));
    }

    /// Before the web server waits for its requests to end, which these would not.
    @EventListener(ContextClosedEvent.class)
    void close() {
        ofKeepers.close();
        ofPhones.close();
    }
}
