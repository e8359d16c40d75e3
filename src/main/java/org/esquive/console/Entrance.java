package org.esquive.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The way in: the login page, and the keepers' listener's own start.
@Controller
public final class Entrance {
    /// The query that says that attempts came too fast.
    static final String TOO_FAST = "slow";

    @GetMapping("/login")
    String login(@RequestParam(name = TOO_FAST, required = false) @Nullable String tooFast, Model model) {
        model.addAttribute("slow", tooFast != null);
        return "console/login";
    }
}
