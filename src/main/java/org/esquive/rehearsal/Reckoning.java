package org.esquive.rehearsal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.esquive.policy.Reason;
import org.esquive.rehearsal.Figure.Amount;
import org.esquive.rehearsal.Figure.What;

/// The figures of a rehearsal, in the order in which they are read.
///
/// @param scenario what was played
/// @param tariff what it costs
/// @param results what came of it, one a protection
record Reckoning(Scenario scenario, Tariff tariff, List<Result> results) {

    List<Figure> all() {
        List<Figure> all = new ArrayList<>();
        all.add(figure(What.REPLIES, result -> new Amount.Count(result.left())));
        all.add(figure(What.COST, result -> new Amount.Money(tariff.cost(0, result.segments()))));
        if (tariff.chargesReception()) {
            all.add(figure(
                    What.COST_WITH_RECEPTION,
                    result -> new Amount.Money(tariff.cost(result.texts(), result.segments()))));
        }
        if (scenario.attack().isPresent()) {
            all.add(figure(What.KNOWS_AFTER, result -> new Amount.Wait(result.reaction())));
        }
        all.add(figure(
                What.MOST_TO_ONE, result -> new Amount.Count(result.reached().mostToOne())));
        people(What.INNOCENT, Role.FORGED).ifPresent(all::add);
        if (people(Role.FORGED) > 0) {
            all.add(figure(
                    What.MOST_TO_INNOCENT,
                    result -> new Amount.Count(result.reached().mostToOne(Role.FORGED))));
        }
        people(What.GENUINE, Role.GENUINE).ifPresent(all::add);
        reasonsSeen().forEach(reason -> all.add(silences(reason)));
        return List.copyOf(all);
    }

    private Figure figure(What what, Function<Result, Amount> of) {
        return new Figure(what, 0, Optional.empty(), results.stream().map(of).toList());
    }

    private Optional<Figure> people(What what, Role role) {
        List<Amount> reached = results.stream()
                .<Amount>map(result -> new Amount.Count(result.reached().reached(role)))
                .toList();
        return people(role) == 0
                ? Optional.empty()
                : Optional.of(new Figure(what, people(role), Optional.empty(), reached));
    }

    private int people(Role role) {
        return results.getFirst().reached().people(role);
    }

    private Figure silences(Reason reason) {
        List<Amount> silences = results.stream()
                .<Amount>map(
                        result -> new Amount.Count(result.totals().silences().getOrDefault(reason, 0L)))
                .toList();
        return new Figure(What.SILENCE, 0, Optional.of(reason), silences);
    }

    private Set<Reason> reasonsSeen() {
        return new TreeSet<>(results.stream()
                .map(result -> result.totals().silences().keySet())
                .flatMap(Collection::stream)
                .toList());
    }
}
