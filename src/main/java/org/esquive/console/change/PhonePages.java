package org.esquive.console.change;

import java.security.Principal;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.esquive.message.Country;
import org.esquive.message.Numbering;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.Line;
import org.esquive.settings.Secret;
import org.esquive.settings.yaml.Draft;
import org.esquive.settings.yaml.Edit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Phones of keepers, from which a text with a code stops all replies. A phone is added once its keeper typed a code
/// of the secret that was made for it, so that nobody finds out in an emergency that the app was never set up.
@Controller
public final class PhonePages {
    private static final String NEW = "/console/settings/new-phone";
    private static final String REMOVE = "/console/settings/phones/{place}/remove";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_LETTERS = 32;

    private final Turn turn;
    private final BiPredicate<Secret, String> codes;
    private final Shelf<Secret> secrets;
    private final SecureRandom random = new SecureRandom();

    /// @param codes whether a code is one that an app with a secret shows now
    PhonePages(Turn turn, BiPredicate<Secret, String> codes) {
        this.turn = turn;
        this.codes = codes;
        this.secrets = new Shelf<>(turn.clock());
    }

    @GetMapping(NEW)
    String begin(Principal who, Model model) {
        Secret secret = secrets.get(who.getName(), NEW).orElseGet(this::coin);
        secrets.put(who.getName(), NEW, secret);
        return page(secret, model);
    }

    @PostMapping(NEW)
    String add(
            @RequestParam String number,
            @RequestParam String code,
            @RequestParam int version,
            Principal who,
            Model model,
            RedirectAttributes after) {
        Optional<Secret> secret = secrets.get(who.getName(), NEW);
        if (secret.isEmpty()) {
            return "redirect:" + NEW;
        }
        Phrases phrases = turn.phrases();
        Optional<PhoneNumber> phone = Numbering.number(number, home());
        model.addAttribute("number", number);
        model.addAttribute("numberError", phone.isEmpty() ? phrases.say("settings.phone.number.wrong") : "");
        boolean right = codes.test(secret.get(), code.replaceAll("\\s", ""));
        model.addAttribute("codeError", right ? "" : phrases.say("settings.phone.code.wrong"));
        if (phone.isEmpty() || !right) {
            return page(secret.get(), model);
        }
        Edit edit = new Edit.Put(
                "keepers/" + phone.get().e164() + "/secret", secret.get().reveal());
        Turn.Pages pages = new Turn.Pages(who.getName(), model, after);
        Outcome outcome = turn.editor().save(who.getName(), version, List.of(edit));
        return turn.follow(outcome, new Turn.Way(WhomPages.LIST, "keepers"), pages)
                .map(next -> {
                    secrets.remove(who.getName(), NEW);
                    return next;
                })
                .orElseGet(() -> {
                    model.addAttribute("numberError", phrases.say("form.wrong.same-number"));
                    return page(secret.get(), model);
                });
    }

    @GetMapping(REMOVE)
    String ask(@PathVariable int place, Model model) {
        Phrases phrases = turn.phrases();
        String number = number(turn.editor().draft(), place);
        return turn.askToRemove(
                new Turn.Removal(
                        phrases.say("settings.phone.remove.title", WhomPages.ended(number)),
                        List.of(phrases.say("settings.phone.remove.lost")),
                        "/console/settings/phones/" + place),
                model);
    }

    @PostMapping(REMOVE)
    String remove(
            @PathVariable int place, @RequestParam int version, Principal who, Model model, RedirectAttributes after) {
        String number = number(turn.editor().draft(version), place);
        return turn.remove(
                new Edit.Remove("keepers/" + number),
                version,
                new Turn.Way(WhomPages.LIST, "keepers"),
                new Turn.Pages(who.getName(), model, after));
    }

    /// A phone by its place in the list, so that its number stands in no address.
    private static String number(Draft draft, int place) {
        List<String> numbers = draft.below("keepers");
        if (place < 0 || place >= numbers.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return numbers.get(place);
    }

    private String page(Secret secret, Model model) {
        model.addAttribute("secret", secret.reveal().replaceAll("(.{4})(?=.)", "$1 "));
        model.addAttribute("link", "otpauth://totp/Esquive:PANIC?issuer=Esquive&secret=" + secret.reveal());
        model.addAttribute("version", turn.editor().desk().version());
        return "console/settings/phone";
    }

    private Country home() {
        return turn.editor().desk().current().lines().stream()
                .findFirst()
                .map(Line::country)
                .orElse(new Country("FR"));
    }

    private Secret coin() {
        StringBuilder secret = new StringBuilder();
        random.ints(SECRET_LETTERS, 0, LETTERS.length()).forEach(letter -> secret.append(LETTERS.charAt(letter)));
        return new Secret(secret.toString());
    }
}
