package org.esquive.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.esquive.ledger.move.Compared;
import org.esquive.wiring.Databases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Moves the ledger from SQLite into PostgreSQL, copies it, and puts copies back.
@Command(
        name = "database",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(move | backup | restore | distribute)",
        description = "The database of the ledger: from one machine to several, and copies of it.",
        footer = {
            "",
            "Example: esquive database move --database-url jdbc:postgresql://db1/esquive",
            "Example: esquive database backup /var/backups/esquive-monday",
            "The password comes from ESQUIVE_DATABASE_PASSWORD or --password-file, never from the command line."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DatabaseCommand {
    @Spec
    private CommandSpec spec;

    @Command(
            mixinStandardHelpOptions = true,
            description = "Copies the SQLite ledger of a data folder into an empty PostgreSQL database, and compares.",
            footer = {
                "",
                "The program must not be running. The file is renamed at the end, so that nobody goes on with it.",
                "If it is interrupted, run it once more: it begins again by itself."
            })
    int move(@Mixin DatabaseOptions options) throws IOException {
        RowCount progress = new RowCount(spec.commandLine().getErr());
        List<Compared> compared = Databases.move(options.place(), options.access(), progress);
        progress.done();
        PrintWriter out = spec.commandLine().getOut();
        if (!compared.isEmpty()) {
            out.printf(Locale.ROOT, "%-24s %15s %15s%n", "", "in the file", "in the database");
            compared.forEach(
                    one -> out.printf(Locale.ROOT, "%-24s %,15d %,15d%n", one.what(), one.file(), one.database()));
        }
        out.println("The ledger is in the database; the file is now called esquive.db.moved.");
        out.println("Next: start each node with ESQUIVE_DATABASE_URL and the same instance key: esquive run");
        out.flush();
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Copies the ledger into a file, beside the running program, and checks the copy.",
            footer = {
                "",
                "SQLite unless a database is named; PostgreSQL by its own pg_dump. The instance key is not in the copy:",
                "keep that apart. A file of that name is never overwritten."
            })
    int backup(
            @Parameters(paramLabel = "FILE", description = "The copy, readable by you only.") Path file,
            @Mixin DatabaseOptions options)
            throws IOException {
        if (options.isNamed()) {
            Databases.backUp(options.access(), file);
        } else {
            Databases.backUp(options.place(), file);
        }
        return say("The ledger is copied to " + file + " and the copy is whole.");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Puts a copy back. Nothing that may have left already is sent again.",
            footer = {
                "",
                "The program must not be running. Replies that waited when the copy was made become UNKNOWN. What came",
                "since the copy is lost: counts of senders, wishes for silence, budgets, settings, sessions."
            })
    int restore(
            @Parameters(paramLabel = "FILE", description = "The copy.") Path file,
            @Option(names = "--replace", description = "Also if there is a ledger already.") boolean replace,
            @Mixin DatabaseOptions options)
            throws IOException {
        if (options.isNamed()) {
            Databases.restore(options.place(), options.access(), file, replace);
        } else {
            Databases.restore(options.place(), file, replace)
                    .ifPresent(
                            aside -> spec.commandLine().getOut().println("The ledger that was there is now " + aside));
        }
        return say(
                "The ledger is as it was when the copy was made; replies that waited then are UNKNOWN and never sent.",
                "Senders who texted since are counted from there; those who sent STOP since must send it once more.",
                "Next: look at the settings and their version, then start: esquive run");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Spreads the lines of a PostgreSQL database over many machines, where Citus is installed.",
            footer = {"", "Stop every node before. Running it again does no harm."})
    int distribute(
            @Option(names = "--despite-rows", description = "Also if there are many rows, and it takes long.")
                    boolean despiteRows,
            @Mixin DatabaseOptions options)
            throws IOException {
        List<String> spread = Databases.distribute(options.access(), despiteRows);
        return say(
                spread.isEmpty()
                        ? "Every line was spread already; nothing was changed."
                        : "Spread by line: " + String.join(", ", spread) + ".",
                "Next: start each node: esquive run");
    }

    private int say(String... sentences) {
        for (String sentence : sentences) {
            spec.commandLine().getOut().println(sentence);
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}
