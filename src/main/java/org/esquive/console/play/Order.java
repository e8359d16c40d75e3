package org.esquive.console.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.esquive.rehearsal.OwnLine;
import org.esquive.rehearsal.Protection;
import org.esquive.rehearsal.Tariff;

/// What is to be played.
///
/// @param scenario the name of the story
/// @param usual the protections that come with the program, without none at all, which is always played
/// @param own a line of the keeper's, played last, if they want to see it
/// @param who asked for it
record Order(String scenario, List<Protection> usual, Optional<OwnLine> own, String who) {

    Order {
        usual = Protection.USUAL.stream()
                .filter(usual::contains)
                .filter(protection -> protection != Protection.NONE)
                .toList();
        if (usual.isEmpty() && own.isEmpty()) {
            throw new IllegalArgumentException("expected a protection to compare with none at all");
        }
    }

    /// The columns, the weakest first.
    List<Protection> columns() {
        List<Protection> columns = new ArrayList<>();
        columns.add(Protection.NONE);
        columns.addAll(usual);
        own.ifPresent(_ -> columns.add(Protection.OWN));
        return List.copyOf(columns);
    }

    /// What it costs: the keeper's own prices if they are known.
    Tariff tariff() {
        return own.map(OwnLine::tariff).orElse(Tariff.OF_2017);
    }

    /// The id of the keeper's line; empty if there is none.
    String line() {
        return own.map(line -> line.line().id().value()).orElse("");
    }
}
