package org.esquive.lab.postgres;

import java.io.IOException;
import java.nio.file.Path;

/// Ends a server whose tests were killed: a shell that waits for the end of this process, however it comes.
final class Guard implements AutoCloseable {
    /// Its input ends with us. It stays out of what Ctrl-C does: ending well is then up to us.
    private static final String DUTY = """
            trap '' INT TERM
            read -r _
            kill -QUIT "$1" 2>&- || exit 0
            for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>&- || break; sleep 1; done
            kill -KILL "$1" 2>&-
            rm -rf "$2"
            """;

    private final Process shell;

    /// @param server who is ended
    /// @param folder what is deleted then
    Guard(Process server, Path folder) throws IOException {
        shell = new ProcessBuilder("sh", "-c", DUTY, "guard", Long.toString(server.pid()), folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Lets the guard go.
    @Override
    public void close() {
        boolean _ = shell.toHandle().destroyForcibly();
        boolean _ = Commands.ends(shell);
    }
}
