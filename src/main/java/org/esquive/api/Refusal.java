package org.esquive.api;

import java.util.List;
import org.esquive.settings.Problem;

/// A request that is not done, thrown by a handler and told by [Refusals].
final class Refusal extends RuntimeException {
    private final Fault fault;
    private final String detail;
    private final transient List<Problem> problems;

    /// @param detail what is wrong with this request, in a sentence; without anything secret
    Refusal(Fault fault, String detail) {
        this(fault, detail, List.of());
    }

    /// @param problems what is wrong with each field
    Refusal(Fault fault, String detail, List<Problem> problems) {
        super(detail, null, false, false);
        this.fault = fault;
        this.detail = detail;
        this.problems = List.copyOf(problems);
    }

    /// Nothing of that name.
    static Refusal notFound(String what) {
        return new Refusal(Fault.NOT_FOUND, "There is no " + what + ".");
    }

    Fault fault() {
        return fault;
    }

    ProblemView view() {
        return ProblemView.of(fault, detail, problems);
    }
}
