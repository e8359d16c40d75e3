package org.esquive.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/// Every story that can be rehearsed, by its name.
public final class Scenarios {
    private static final Map<String, LongFunction<Scenario>> ALL = all();

    private Scenarios() {}

    /// The names, in the order in which they should be read.
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /// The story of that name, if there is one.
    ///
    /// @param seed what is left to chance in it follows from this
    public static Optional<Scenario> named(String name, long seed) {
        return Optional.ofNullable(ALL.get(name)).map(story -> story.apply(seed));
    }

    private static Map<String, LongFunction<Scenario>> all() {
        Map<String, LongFunction<Scenario>> all = new LinkedHashMap<>();
        all.put("october-2017", _ -> October2017.shortStory());
        all.put("october-2017-long", _ -> October2017.longStory());
        all.put("raid", Raid::of);
        all.put("forged", Forgeries::many);
        all.put("one-victim", Forgeries::oneVictim);
        all.put("ranges", Forgeries::ranges);
        all.put("two-bots", Robots::of);
        all.put("slow-drip", Forgeries::slowDrip);
        all.put("ordinary", Ordinary::of);
        return all;
    }
}
