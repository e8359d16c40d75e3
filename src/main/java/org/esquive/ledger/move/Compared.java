package org.esquive.ledger.move;

/// What was found in the file and in the database of one thing.
///
/// @param what the rows of a table, or a sum
/// @param isTable whether it is the rows of a table
public record Compared(String what, boolean isTable, long file, long database) {

    public boolean isEqual() {
        return file == database;
    }
}
