package org.esquive.console.change;

import java.util.List;
import java.util.function.Supplier;
import org.esquive.console.Surroundings.ChannelState;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Where every setting is found, with a line that says how it stands.
@Controller
public final class Hub {
    private final Turn turn;
    private final Supplier<List<ChannelState>> channels;

    Hub(Turn turn, Supplier<List<ChannelState>> channels) {
        this.turn = turn;
        this.channels = channels;
    }

    /// A way on.
    ///
    /// @param href where to
    /// @param name the end of a message key: what is there
    /// @param state how it stands, in a sentence
    record Tile(String href, String name, String state) {}

    /// Tiles that belong together.
    ///
    /// @param name the end of a message key
    record Shelfful(String name, List<Tile> tiles) {}

    @GetMapping("/console/settings")
    String show(Model model) {
        model.addAttribute("shelves", List.of(lines(), answers(), people(), history()));
        return "console/settings/hub";
    }

    private Shelfful lines() {
        Settings settings = turn.editor().desk().current();
        long open = settings.lines().stream()
                .filter(line -> line.status() == Line.Status.OPEN && !settings.panic())
                .count();
        long down = channels.get().stream()
                .filter(each -> each.state().equals("DOWN"))
                .count();
        return new Shelfful(
                "lines",
                List.of(
                        tile(
                                "/console/settings/lines",
                                "lines",
                                settings.lines().size(),
                                open),
                        tile(
                                "/console/settings/channels",
                                "channels",
                                settings.channels().size(),
                                down),
                        tile(
                                "/console/settings/whom",
                                "whom",
                                settings.alerts().size(),
                                settings.keepers().size())));
    }

    private Shelfful answers() {
        Settings settings = turn.editor().desk().current();
        String own =
                String.join(", ", settings.texts().keySet().stream().sorted().toList());
        return new Shelfful(
                "answers",
                List.of(
                        tile("/console/texts", "texts", settings.texts().size(), own),
                        tile("/console/rehearsal", "rehearsal")));
    }

    private static final List<String> DOORS = List.of("people", "account", "access", "audit");

    private Shelfful people() {
        return new Shelfful(
                "people",
                DOORS.stream().map(door -> tile("/console/" + door, door)).toList());
    }

    private Shelfful history() {
        Turn.Written latest = turn.editor().desk().versions().stream()
                .findFirst()
                .map(turn::written)
                .orElseThrow();
        return new Shelfful(
                "history",
                List.of(
                        tile("/console/settings/versions", "versions", latest.number(), latest.author(), latest.at()),
                        tile("/console/settings/document", "document")));
    }

    private Tile tile(String href, String name, Object... about) {
        return new Tile(href, name, turn.phrases().say("settings.tile." + name + ".state", about));
    }
}
