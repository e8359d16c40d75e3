package org.esquive.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.esquive.settings.Problem;

/// A problem as a program gets it, `application/problem+json`.
///
/// @param type which it is; does not change
/// @param title what happened
/// @param status the HTTP status
/// @param detail what is wrong with this request, and what to do
/// @param problems what is wrong with each field; only of settings
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(String type, String title, int status, String detail, List<FieldView> problems) {

    public ProblemView {
        problems = List.copyOf(problems);
    }

    /// What is wrong with a field.
    ///
    /// @param field where: `lines[0].number`
    /// @param found what stands there, in words; empty where `expected` says it all
    /// @param expected what should stand there, with an example
    public record FieldView(String field, String found, String expected) {}

    static ProblemView of(Fault fault, String detail, List<Problem> problems) {
        List<FieldView> fields = problems.stream()
                .map(problem -> new FieldView(problem.field(), problem.found(), problem.expected()))
                .toList();
        String whole = detail.isEmpty() ? fault.advice() : detail + " " + fault.advice();
        return new ProblemView(fault.type(), fault.title(), fault.status(), whole, fields);
    }
}
