package org.esquive.lab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.esquive.lab.smsc.Load;
import org.esquive.lab.smsc.Phases;
import org.esquive.lab.smsc.Smsc;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Opens the public page of the packaged program at a steady pace while texts come in over SMPP, and prints how long
/// pages and acknowledgements take: first each by itself, then both. All of it on loopback.
@Command(
        name = "bench/run page",
        mixinStandardHelpOptions = true,
        description = "The public page beside a stream of texts: p50, p99 and the longest of both.")
public final class PageBench implements Callable<Integer> {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int MOST_VISITS = 5_000;
    private static final int WARM_UP_SECONDS = 15;
    private static final int MOST_SECONDS = 60;

    @Option(names = "--visits", defaultValue = "500", description = "pages a second, 1 to 5000 (${DEFAULT-VALUE})")
    private int visits;

    @Option(names = "--texts", defaultValue = "5000", description = "texts a second, 1 to 20000 (${DEFAULT-VALUE})")
    private int texts;

    @Option(names = "--seconds", defaultValue = "20", description = "of each part, 1 to 60 (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--keep", description = "leaves ledger and log in target/bench")
    private boolean keep;

    public static void main(String[] args) {
        System.exit(new CommandLine(new PageBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        visits = Math.clamp(visits, 1, MOST_VISITS);
        texts = Math.clamp(texts, 1, 20_000);
        seconds = Math.clamp(seconds, 1, MOST_SECONDS);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "page");
        Phases phases = new Phases();
        try (Smsc smsc = new Smsc(phases);
                Program program = new Program(folder, smsc.port())) {
            SmppBench.awaitBind(smsc);
            measure(phases, program);
        } finally {
            if (!keep) {
                boolean _ = FileSystemUtils.deleteRecursively(folder);
            }
        }
        return 0;
    }

    private void measure(Phases phases, Program program) throws InterruptedException {
        List<URI> pages = List.of(program.page("/"), program.page("/?lang=en"), program.page("/line/line3"));
        var _ = both(phases, pages, WARM_UP_SECONDS, 0);
        OUT.printf(Locale.ROOT, "%d pages and %,d texts a second, %d s each%n", visits, texts, seconds);
        OUT.printf("  page alone        %s%n", visits(pages, seconds));
        OUT.printf("  texts alone       %s%n", texts(phases, seconds, 3));
        Both both = both(phases, pages, seconds, 6);
        OUT.printf("  page with texts   %s%n", both.visits());
        OUT.printf("  texts with page   %s%n", both.texts());
        OUT.printf(Locale.ROOT, "  peak memory       %.0f MB%n", program.peakMemory() / 1e6);
    }

    /// Both at a time.
    private record Both(Visits.Result visits, Load.Result texts) {}

    private Both both(Phases phases, List<URI> pages, int lasting, int firstLine) throws InterruptedException {
        CompletableFuture<Load.Result> texting = new CompletableFuture<>();
        Thread carrier = Thread.ofPlatform().name("texts").start(() -> {
            try {
                texting.complete(texts(phases, lasting, firstLine));
            } catch (InterruptedException stopping) {
                texting.completeExceptionally(stopping);
            }
        });
        Visits.Result opened = visits(pages, lasting);
        carrier.join();
        return new Both(opened, texting.join());
    }

    private Visits.Result visits(List<URI> pages, int lasting) throws InterruptedException {
        return new Visits(pages, visits, Duration.ofSeconds(lasting)).run();
    }

    private Load.Result texts(Phases phases, int lasting, int firstLine) throws InterruptedException {
        Load.Plan plan = new Load.Plan(
                texts * lasting,
                texts,
                1_000,
                text -> Numbers.lineOf(firstLine, text),
                Numbers::sender,
                "slt tu fais quoi ce soir",
                _ -> true);
        return phases.run(plan, lasting + 60L);
    }
}
