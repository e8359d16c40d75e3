package org.esquive;

import org.esquive.cli.EsquiveCommand;

/// Starts the program, and nothing else.
public final class Esquive {
    private Esquive() {}

    /// @param arguments a command and its options; none prints the help
    public static void main(String... arguments) {
        int status = EsquiveCommand.run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }
}
