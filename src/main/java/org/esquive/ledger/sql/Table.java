package org.esquive.ledger.sql;

import java.util.List;

/// A table as it is copied from one database into another.
///
/// @param name such as `text`
/// @param columns by name, in the order in which its rows have them
public record Table(String name, List<String> columns) {
    /// The key of tables whose rows have it in the order of commits.
    private static final String PLACE = "place";

    public Table {
        columns = List.copyOf(columns);
    }

    /// Whether its rows are read behind a place, so that the next place is a thing of its own to be copied.
    public boolean hasPlaces() {
        return columns.contains(PLACE);
    }

    /// Its columns with a comma between.
    public String list() {
        return String.join(", ", columns);
    }
}
