package org.esquive.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Option;
import org.esquive.settings.Problem;
import org.esquive.settings.Settings;

/// The kinds of ways to keepers there are, and the options that all of them take.
public final class Ways {
    /// The option with the language of the words.
    public static final String LANGUAGE = "language";

    /// The option with how long a cause is not told again.
    public static final String WINDOW = "window";

    /// What every kind wants to know.
    public static final List<Option> OPTIONS =
            List.of(Option.oneOf(LANGUAGE, "", "en", "fr"), Option.words(WINDOW).optional());

    /// How long a cause is not told again unless it is said.
    static final Duration USUAL_WINDOW = Duration.ofMinutes(15);

    private final Map<String, AlarmKind> kinds;
    private final Means means;

    public Ways(List<AlarmKind> kinds, Means means) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(AlarmKind::name, Function.identity()));
        this.means = means;
    }

    /// What is wrong with the alerts of some settings, in the words of their kinds.
    public static List<Problem> problems(List<AlarmKind> kinds, Settings settings) {
        List<Problem> problems = new ArrayList<>();
        for (AlertSettings alert : settings.alerts()) {
            String path = "alerts." + alert.id();
            Optional<AlarmKind> kind = kinds.stream()
                    .filter(each -> each.name().equals(alert.kind()))
                    .findFirst();
            if (kind.isEmpty()) {
                String known = kinds.stream().map(AlarmKind::name).sorted().collect(Collectors.joining(", "));
                problems.add(new Problem(path + ".kind", alert.kind(), "one of " + known));
            }
            kind.ifPresent(
                    each -> each.problems(alert).forEach(problem -> problems.add(new Problem(path, "", problem))));
        }
        return problems;
    }

    /// Opens a way that settings ask for. One that cannot be opened fails each time, and says why.
    Destination.Way open(AlertSettings asked) {
        AlarmKind kind = kinds.get(asked.kind());
        List<String> problems =
                kind == null ? List.of("There is no kind of alert of that name.") : kind.problems(asked);
        if (kind == null || !problems.isEmpty()) {
            Telling failed = new Telling.Failed("Its settings cannot be used: " + problems.getFirst(), false);
            return new Destination.Way(_ -> failed, USUAL_WINDOW, Integer.MAX_VALUE);
        }
        Duration window = new Options(asked, "alert").window();
        return new Destination.Way(kind.open(asked, means), window, kind.mostPerDay());
    }
}
