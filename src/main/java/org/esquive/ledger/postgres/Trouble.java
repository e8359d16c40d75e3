package org.esquive.ledger.postgres;

import java.sql.SQLException;
import java.util.Set;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.ValueRefused;

/// Says in one sentence what is wrong with the database and what to do next, by the codes of
/// <https://www.postgresql.org/docs/15/errcodes-appendix.html> (read November 2026). The message of the server is
/// left to the log's trace only where it cannot hold what people wrote.
final class Trouble {
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");

    /// Data that the server cannot take, and constraints that it breaks.
    private static final Set<String> OF_A_VALUE = Set.of("22", "23");

    private static final int CLASS = 2;

    private Trouble() {}

    static LedgerUnavailable of(SQLException failure) {
        String state = state(failure);
        return OF_A_VALUE.contains(kind(state))
                ? new ValueRefused(sentence(state), bare(failure))
                : new LedgerUnavailable(sentence(state), bare(failure));
    }

    static LedgerUnavailable of(String sentence, Throwable cause) {
        return new LedgerUnavailable(sentence, cause);
    }

    /// Whether the transaction was rolled back because another one was in its way.
    static boolean isCollision(SQLException failure) {
        return TRY_AGAIN.contains(state(failure));
    }

    /// Whether the connection is gone, or leads to a server that takes no writes any more.
    static boolean isOfConnection(SQLException failure) {
        String state = state(failure);
        return state.isEmpty()
                || kind(state).equals("08")
                || state.startsWith("57P")
                || state.equals("25006")
                || state.equals("25P03");
    }

    /// The code of a failure, or of what caused it: a pool wraps what it could not open.
    static String state(SQLException failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SQLException told && told.getSQLState() != null) {
                return told.getSQLState();
            }
            cause = cause.getCause();
        }
        return "";
    }

    private static String kind(String state) {
        return state.length() < CLASS ? "" : state.substring(0, CLASS);
    }

    private static String sentence(String state) {
        return switch (state) {
            case "53100" -> "The disk of the database is full: free some space, and texts are taken again.";
            case "53300" ->
                "The database has no connection left for Esquive: raise its max_connections, or end other programs.";
            case "28P01", "28000" ->
                "The database refuses user and password: check ESQUIVE_DATABASE_USER and ESQUIVE_DATABASE_PASSWORD.";
            case "3D000" -> "The database does not exist: create it, or correct ESQUIVE_DATABASE_URL.";
            case "42501" -> "The database forbids it: give the user of ESQUIVE_DATABASE_USER the tables, or own them.";
            case "25006" -> "The database takes no writes: it is a standby, or was made read-only. Name the primary.";
            case "57P03" -> "The database is starting or recovering: texts are taken again as soon as it is done.";
            case "55P03", "57014" -> "The database took too long: look at its load, and at who holds its locks.";
            case "42P01", "42703" ->
                "The database has not the tables of this Esquive: was it changed by hand? Restore a backup.";
            default -> byKind(state);
        };
    }

    private static String byKind(String state) {
        return switch (kind(state)) {
            case "", "08", "57" -> "The database cannot be reached: is it running, and is ESQUIVE_DATABASE_URL right?";
            case "53" -> "The database is short of memory or disk: look at its machine.";
            case "58", "XX" -> "The database fails at its own files: look at its log and its disk.";
            default -> "The database refused what Esquive asked of it (code " + state + "): see the log for the cause.";
        };
    }

    /// Where it happened and its code: the server's message may quote a value.
    private static Throwable bare(SQLException failure) {
        Throwable bare = new IllegalStateException(failure.getClass().getSimpleName() + " " + state(failure));
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }
}
