package org.esquive.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.esquive.ledger.LedgerInUse;
import org.esquive.settings.Change;
import org.esquive.wiring.Offline;
import org.esquive.wiring.PanicRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Stops all replies, or lets them leave again, whether or not the program runs.
@Command(
        name = "panic",
        mixinStandardHelpOptions = true,
        description = "Stops all replies, on every line, or lets them leave again. Texts are counted all the while.",
        footer = {
            "",
            "Works whether or not the program runs. In a demonstration: esquive panic --data .esquive/demo",
            "The console has the same switch; a keeper's phone too, by a text: PANIC 123456 (docs/operations.md)."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PanicCommand implements Callable<Integer> {
    private static final String AUTHOR = "command";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /// Whether replies stop or leave again.
    enum Wish {
        on,
        off
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "on|off",
            defaultValue = "on",
            description = "on stops all replies, off lets them leave again. Default: ${DEFAULT-VALUE}")
    private Wish wish;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The data folder.",
            defaultValue = "${env:ESQUIVE_DATA:-data}")
    private Path data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Offline.isIn(data)) {
            throw new IOException("there is no Esquive in " + data.toAbsolutePath() + "; name its folder with --data");
        }
        try {
            Change change = Offline.atDesk(data, "", desk -> desk.panic(AUTHOR, wish == Wish.on));
            if (!(change instanceof Change.Made)) {
                throw new IOException("the settings changed meanwhile; try again");
            }
            say(
                    Offline.isShared(data)
                            ? "The settings say it; nodes that run hear it within two seconds."
                            : "The program does not run; the settings say it from its next start.");
        } catch (LedgerInUse _) {
            askTheProgram();
        }
        say(
                wish == Wish.on
                        ? "All replies are stopped, on every line. Texts are counted. To go on: esquive panic off"
                        : "Replies leave again. Those that waited longer than their time are not sent.");
        return 0;
    }

    private void askTheProgram() throws IOException, InterruptedException {
        PanicRequest request = PanicRequest.in(data);
        request.leave(wish == Wish.on);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (request.isThere()) {
            if (System.nanoTime() >= end && request.remove()) {
                throw new IOException(
                        "the program did not take the order within " + PATIENCE.toSeconds()
                                + " seconds and nothing was changed; give it as the user who runs the program, or look at its log");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void say(String sentence) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(sentence);
        out.flush();
    }
}
