package org.esquive.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Why a number dies of a story, why this one does not, and what that costs: a sentence each, from the figures.
///
/// @param scenario what was played
/// @param tariff what it costs
/// @param unprotected what came of answering everybody
/// @param guarded what came of all guards
record Verdict(Scenario scenario, Tariff tariff, Result unprotected, Result guarded) {

    List<String> sentences() {
        return scenario.attack().isPresent()
                ? List.of(whyItDies(), whyThisOneDoesNot(), "What that costs: " + whatItCosts())
                : List.of("What the guards cost: " + whatItCosts());
    }

    private String whyItDies() {
        return "Why a number dies of it: every text is answered, %s replies for %s, %s to one person%s."
                .formatted(
                        Spoken.number(unprotected.left()),
                        price(unprotected),
                        Spoken.number(unprotected.reached().mostToOne()),
                        innocents(unprotected));
    }

    private String whyThisOneDoesNot() {
        return "%s: %s replies for %s, at most %s to one person%s; %s."
                .formatted(
                        guarded.protection() == Protection.OWN ? "What yours would have done" : "Why this one does not",
                        Spoken.number(guarded.left()),
                        price(guarded),
                        Spoken.number(guarded.reached().mostToOne()),
                        innocents(guarded),
                        known(guarded.reaction()));
    }

    private String price(Result result) {
        return "%s %s%s"
                .formatted(
                        tariff.currency(),
                        Spoken.money(tariff.cost(result.texts(), result.segments())),
                        tariff.chargesReception() ? " with reception" : "");
    }

    private String whatItCosts() {
        int people = guarded.reached().people(Role.GENUINE);
        int answered = guarded.reached().reached(Role.GENUINE);
        return answered == people
                ? "nothing; all %s people who texted for themselves are answered.".formatted(Spoken.number(people))
                : "of %s people who texted for themselves %s are answered, the others only counted."
                        .formatted(Spoken.number(people), Spoken.number(answered));
    }

    private static String innocents(Result result) {
        Reached reached = result.reached();
        int innocents = reached.people(Role.FORGED);
        if (innocents == 0) {
            return "";
        }
        return reached.reached(Role.FORGED) == 0
                ? "; none of %s people who never texted is reached".formatted(Spoken.number(innocents))
                : "; %s of %s people who never texted are reached, one of them %s"
                        .formatted(
                                Spoken.number(reached.reached(Role.FORGED)),
                                Spoken.number(innocents),
                                times(reached.mostToOne(Role.FORGED)));
    }

    private static String times(int times) {
        return times == 1 ? "once" : Spoken.number(times) + " times";
    }

    private static String known(Optional<Duration> reaction) {
        return reaction.map(time -> "the keeper knows after " + Spoken.time(time))
                .orElse("no alarm was needed");
    }
}
