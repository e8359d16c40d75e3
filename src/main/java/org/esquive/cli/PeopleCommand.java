package org.esquive.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.esquive.ledger.LedgerInUse;
import org.esquive.wiring.Offline;
import org.esquive.wiring.PeopleOrder;
import org.esquive.wiring.PeopleOrder.Answer;
import org.esquive.wiring.PeopleRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists and adds those who may come in, and lets in again whoever lost their password or their app, whether or not the
/// program runs.
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | reset | add)",
        description = "Those who may sign in to the console. Lost a password or an app? people reset NAME",
        footer = {
            "",
            "Works whether or not the program runs. In a demonstration: esquive people list --data .esquive/demo",
            "The first keeper is called keeper. The console has a page for the rest: People."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PeopleCommand {
    private static final String DATA = "${env:ESQUIVE_DATA:-data}";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    @Spec
    private CommandSpec spec;

    @Command(mixinStandardHelpOptions = true, description = "Says who may sign in.")
    int list(
            @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder.", defaultValue = DATA)
                    Path data)
            throws IOException, InterruptedException {
        return ask(data, List.of("list"));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Makes a new password for somebody, asks them for no code any more, and ends their sessions.")
    int reset(
            @Parameters(paramLabel = "NAME", description = "What they sign in with.") String name,
            @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder.", defaultValue = DATA)
                    Path data)
            throws IOException, InterruptedException {
        return ask(data, List.of("reset", oneWord(name)));
    }

    @Command(mixinStandardHelpOptions = true, description = "Adds a keeper, or somebody who only looks.")
    int add(
            @Parameters(paramLabel = "NAME", description = "What they are to sign in with.") String name,
            @Option(names = "--watcher", description = "They see everything and change nothing.") boolean watcher,
            @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder.", defaultValue = DATA)
                    Path data)
            throws IOException, InterruptedException {
        return ask(data, List.of("add", oneWord(name), watcher ? "watcher" : "keeper"));
    }

    private int ask(Path data, List<String> words) throws IOException, InterruptedException {
        if (!Offline.isIn(data)) {
            throw new IOException("there is no Esquive in " + data.toAbsolutePath() + "; name its folder with --data");
        }
        Answer answer = answer(data, words);
        if (!answer.done()) {
            throw new IOException(answer.text());
        }
        spec.commandLine().getOut().println(answer.text());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static Answer answer(Path data, List<String> words) throws IOException, InterruptedException {
        try {
            return Offline.withStaff(data, staff -> PeopleOrder.obey(staff, words));
        } catch (LedgerInUse running) {
            return askTheProgram(PeopleRequest.in(data), words);
        }
    }

    private static Answer askTheProgram(PeopleRequest request, List<String> words)
            throws IOException, InterruptedException {
        request.leave(words);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (request.isThere()) {
            if (System.nanoTime() >= end && request.takeBack()) {
                throw new IOException("the program did not answer within " + PATIENCE.toSeconds()
                        + " seconds; ask as the user who runs the program, or look at its log");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return request.takeAnswer();
    }

    /// A name is one word; what is more is left out, and then found not to be a name.
    private static String oneWord(String name) {
        return name.replaceAll("\\s", "_");
    }
}
