package org.esquive.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.ValueRefused;
import org.sqlite.SQLiteErrorCode;

/// Says in one sentence what is wrong with the file and what to do next, whatever SQLite calls it.
///
/// @param file the database
record Trouble(Path file) {
    /// The low byte of a result code is its kind, see <https://www.sqlite.org/rescode.html> (read November 2026).
    private static final int PRIMARY = 0xff;

    LedgerUnavailable of(SQLException failure) {
        int code = failure.getErrorCode() & PRIMARY;
        return switch (SQLiteErrorCode.getErrorCode(code)) {
            case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE ->
                new ValueRefused(sentence(code), failure);
            default -> new LedgerUnavailable(sentence(code), failure);
        };
    }

    /// What is wrong if the file cannot be copied.
    LedgerUnavailable ofCopy(Path copy, SQLException failure) {
        return switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_BUSY, SQLITE_LOCKED -> of(failure);
            default ->
                of(
                        "The ledger " + file + " cannot be copied to " + copy
                                + ": check the owner and the free space of both folders.",
                        failure);
        };
    }

    LedgerUnavailable of(String sentence, Throwable cause) {
        return new LedgerUnavailable(sentence, cause);
    }

    private String sentence(int code) {
        return switch (SQLiteErrorCode.getErrorCode(code)) {
            case SQLITE_FULL ->
                "The disk that holds the ledger " + file + " is full: free some space, and texts are taken again.";
            case SQLITE_IOERR ->
                "The disk that holds the ledger " + file
                        + " fails to read or write: check the disk and its free space.";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
                "The ledger " + file + " cannot be written: give the user who runs Esquive the file and its folder.";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                "The ledger " + file + " is damaged or no ledger: move it away and restore the last backup.";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "The ledger " + file + " is in use by another program: close that program.";
            default ->
                "The ledger " + file + " cannot be used (SQLite result " + code + "): see the log for the cause.";
        };
    }
}
