package org.esquive.settings.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.esquive.settings.Problem;

/// The problems of a document, gathered while it is read. A field that cannot be read gets a stand-in, so that
/// the rest of the document is still checked; what a later check then says of that field is not heard.
final class Problems {
    /// Most problems that are reported: enough to mend any honest document in one go.
    static final int MOST = 1_000;

    private final List<Problem> list = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();

    void add(Problem problem) {
        unreadable.add(problem.field());
        keep(problem);
    }

    void add(String field, String found, String expected) {
        add(new Problem(field, found, expected));
    }

    /// From now on nothing more is heard of this field: it can only be judged once another one is mended.
    void silence(String field) {
        unreadable.add(field);
    }

    /// Adds what a later check found, but for fields that were only stood in for.
    void addFound(List<Problem> found) {
        found.stream().filter(problem -> !unreadable.contains(problem.field())).forEach(this::keep);
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    List<Problem> list() {
        return List.copyOf(list);
    }

    private void keep(Problem problem) {
        if (list.size() < MOST) {
            list.add(problem);
        }
    }
}
