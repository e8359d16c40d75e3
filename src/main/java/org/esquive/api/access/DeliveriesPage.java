package org.esquive.api.access;

import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.esquive.alert.Telling;
import org.esquive.api.Steering;
import org.esquive.api.hook.Hooks;
import org.esquive.ledger.Deed;
import org.esquive.ledger.DeliveryBook.Delivery;
import org.esquive.ledger.DeliveryBook.Kept;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Office;
import org.esquive.settings.WebhookSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What a program was told of late, and what it said to that; with buttons to try it, and to hand something over again.
@Controller
@RequestMapping(AccessPage.PAGE + "/webhooks/{webhook}")
public final class DeliveriesPage {
    private final Steering steering;
    private final Office office;
    private final Hooks hooks;
    private final InstantSource clock;

    public DeliveriesPage(Steering steering, Office office, Hooks hooks, InstantSource clock) {
        this.steering = steering;
        this.office = office;
        this.hooks = hooks;
        this.clock = clock;
    }

    /// A delivery in the list.
    ///
    /// @param state the end of a message key
    /// @param cause why it was not taken; empty if it was
    public record Row(long place, String at, int events, int tries, String state, long millis, String cause) {}

    @GetMapping
    String show(@PathVariable("webhook") String id, Model model) {
        WebhookSettings webhook = webhook(id);
        Moments moments = Moments.of(steering.current());
        model.addAttribute("webhook", webhook.id());
        model.addAttribute("host", AccessPage.host(webhook.asAlert().option("url")));
        try {
            model.addAttribute(
                    "rows",
                    office.deliveries().latest(webhook.id()).stream()
                            .map(kept -> row(kept, moments))
                            .toList());
            model.addAttribute("readable", true);
        } catch (LedgerUnavailable _) {
            model.addAttribute("rows", List.of());
            model.addAttribute("readable", false);
        }
        return "console/deliveries";
    }

    @PostMapping("/test")
    String test(@PathVariable("webhook") String id, Principal who, RedirectAttributes after) {
        WebhookSettings webhook = webhook(id);
        tell(hooks.test(webhook.id()), after);
        office.audit().append(clock.instant(), who.getName(), Deed.TEST_SENT, "webhook " + webhook.id());
        return back(webhook);
    }

    @PostMapping("/deliveries/{place}/again")
    String again(
            @PathVariable("webhook") String id,
            @PathVariable("place") long place,
            Principal who,
            RedirectAttributes after) {
        WebhookSettings webhook = webhook(id);
        Optional<Telling> telling = hooks.again(webhook.id(), place);
        tell(telling, after);
        if (telling.isPresent()) {
            office.audit().append(clock.instant(), who.getName(), Deed.SENT_AGAIN, "webhook " + webhook.id());
        }
        return back(webhook);
    }

    private WebhookSettings webhook(String id) {
        return steering.current().webhooks().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String back(WebhookSettings webhook) {
        return "redirect:" + AccessPage.PAGE + "/webhooks/" + webhook.id();
    }

    private static void tell(Optional<Telling> telling, RedirectAttributes after) {
        telling.ifPresent(came -> after.addFlashAttribute(
                "failure",
                switch (came) {
                    case Telling.Told _ -> "";
                    case Telling.Failed(var cause, var _) -> cause;
                }));
    }

    private static Row row(Kept kept, Moments moments) {
        Delivery delivery = kept.delivery();
        return new Row(
                kept.place(),
                moments.second(delivery.at()),
                delivery.events(),
                delivery.tries(),
                delivery.state().name(),
                delivery.took().toMillis(),
                delivery.cause());
    }
}
