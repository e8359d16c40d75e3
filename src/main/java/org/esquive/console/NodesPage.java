package org.esquive.console;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.esquive.ledger.Nodes;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The processes that share the database: which are there, and what each does for all. It is the same on each of them.
@Controller
public final class NodesPage {
    private final Supplier<Settings> settings;
    private final Nodes nodes;
    private final InstantSource clock;

    /// @param settings what keepers decided, as it is now
    public NodesPage(Supplier<Settings> settings, Nodes nodes, InstantSource clock) {
        this.settings = settings;
        this.nodes = nodes;
        this.clock = clock;
    }

    /// A node.
    ///
    /// @param since when it was started
    /// @param seen when it was there last
    /// @param isThere whether it is there
    /// @param isThis whether it serves this page
    public record Row(
            int number,
            String name,
            String version,
            String since,
            String seen,
            boolean isThere,
            boolean isThis,
            List<String> duties) {}

    @GetMapping("/console/nodes")
    String show(Model model) {
        ZoneId zone =
                settings.get().lines().stream().findFirst().map(Line::zone).orElse(ZoneId.of("UTC"));
        Times times = new Times(clock, zone);
        model.addAttribute(
                "nodes", nodes.all().stream().map(node -> row(node, times)).toList());
        return "console/nodes";
    }

    private static Row row(Nodes.Node node, Times times) {
        return new Row(
                node.number(),
                node.name(),
                node.version(),
                times.brief(node.startedAt()),
                times.of(node.seenAt()),
                node.isThere(),
                node.isThis(),
                node.duties());
    }
}
