package org.esquive.console.change;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A page of the first steps, in their order.
enum Step {
    /// In which country the line is.
    COUNTRY,
    /// How it reaches the phone network.
    WAY,
    /// What that way wants to know.
    CHANNEL,
    /// Its number, and the language of its replies.
    LINE,
    /// When it answers, and how much at the most.
    PROMISE,
    /// Who is told of trouble.
    WHOM,
    /// All of it at a glance, and the button that makes it so.
    REVIEW;

    /// The step of that name in an address.
    static Optional<Step> named(String name) {
        return Arrays.stream(values()).filter(step -> step.word().equals(name)).findFirst();
    }

    /// Its name in an address, and the end of message keys.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its page.
    String page() {
        return this == COUNTRY ? "/console/welcome" : "/console/welcome/" + word();
    }
}
