package org.esquive.lab.smsc;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A carrier for a person to play with: `bench/run smsc --help`. It delivers texts from numbers reserved for fiction to
/// whoever binds, misbehaves as asked, and says once a second how it stands.
@Command(
        name = "bench/run smsc",
        mixinStandardHelpOptions = true,
        description = "Plays a carrier's SMSC on loopback, until its input ends or enough time has passed.")
final class SmscProgram implements Callable<Integer> {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final long FIRST_SENDER = 33639980100L;

    @Option(names = "--port", defaultValue = "2775", description = "where it listens (${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--system-id", description = "who may bind; anybody if it is left out")
    private @Nullable String systemId;

    @Option(names = "--password", defaultValue = "", description = "their password")
    private String password = "";

    @Option(names = "--line", defaultValue = "+33639980010", description = "the number texted (${DEFAULT-VALUE})")
    private String line = "";

    @Option(names = "--texts", defaultValue = "10", description = "how many texts (${DEFAULT-VALUE})")
    private int texts;

    @Option(
            names = "--senders",
            defaultValue = "10",
            description = "from how many numbers, 1 to 9000 (${DEFAULT-VALUE})")
    private int senders;

    @Option(
            names = "--rate",
            defaultValue = "1",
            description = "texts a second, 0 for as fast as may be (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--window", defaultValue = "20", description = "deliveries without an answer (${DEFAULT-VALUE})")
    private int window;

    @Option(names = "--twice-every", defaultValue = "0", description = "delivers every n-th text twice at once")
    private int twiceEvery;

    @Option(names = "--history", defaultValue = "target/smsc.jsonl", description = "what happened (${DEFAULT-VALUE})")
    private Path history = Path.of("target/smsc.jsonl");

    @Option(names = "--refuse", defaultValue = "0", description = "status for replies, such as 0x58; see --refuse-ms")
    private String refuse = "0";

    @Option(names = "--refuse-ms", defaultValue = "30000", description = "how long (${DEFAULT-VALUE})")
    private long refuseMillis;

    @Option(names = "--delay-ms", defaultValue = "0", description = "how late replies are answered")
    private long delay;

    @Option(
            names = "--jitter-ms",
            defaultValue = "0",
            description = "and how much later by chance, so that answers mix")
    private long jitter;

    @Option(names = "--withhold-every", defaultValue = "0", description = "never answers every n-th reply")
    private int withhold;

    @Option(names = "--double-every", defaultValue = "0", description = "answers every n-th reply twice")
    private int doubled;

    @Option(names = "--mute", description = "never answers enquire_link")
    private boolean mute;

    @Option(names = "--break", description = "breaks the link: ${COMPLETION-CANDIDATES}; see --break-after")
    private Script.@Nullable Break how;

    @Option(names = "--break-after", defaultValue = "10", description = "behind so many answers (${DEFAULT-VALUE})")
    private int breakAfter;

    @Option(names = "--receipts", defaultValue = "NONE", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Script.Receipts receipts = Script.Receipts.NONE;

    @Option(names = "--receipt-first", description = "sends the receipt before the answer")
    private boolean receiptFirst;

    @Option(names = "--hex-ids", description = "ids are hexadecimal in answers and decimal in receipts")
    private boolean hexIds;

    @Option(names = "--seconds", defaultValue = "3600", description = "ends after so long (${DEFAULT-VALUE})")
    private int seconds;

    public static void main(String[] args) {
        System.exit(new CommandLine(new SmscProgram()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        Script script = script();
        Optional<Smsc.Login> login = Optional.ofNullable(systemId).map(id -> new Smsc.Login(id, password));
        try (History written = new History(history)) {
            Carrier carrier = new Carrier(script, written, rate, window);
            carrier.twice(twiceEvery);
            try (Smsc smsc = new Smsc(port, carrier, script, login)) {
                OUT.printf(Locale.ROOT, "listening on 127.0.0.1:%d; history in %s%n", smsc.port(), history);
                offer(carrier, written);
                for (int second = 0; second < seconds; second++) {
                    TimeUnit.SECONDS.sleep(1);
                    OUT.printf(
                            Locale.ROOT,
                            "%d bound, %,d acknowledged, %,d to go, %,d replies%n",
                            smsc.links().size(),
                            carrier.acknowledged(),
                            carrier.open(),
                            carrier.replies());
                }
            }
        }
        return 0;
    }

    private Script script() {
        Script script = new Script()
                .refuse(Integer.decode(refuse), refuseMillis)
                .delay(delay, jitter)
                .withhold(withhold)
                .doubled(doubled)
                .mute(mute)
                .receipts(receipts, receiptFirst, hexIds);
        return how == null ? script : script.breakAfter(breakAfter, how);
    }

    private void offer(Carrier carrier, History written) {
        written.add(
                "run.start",
                "\"seed\":0,\"limit\":5,\"forget_days\":30,\"window\":" + window
                        + ",\"price\":0,\"channels\":[\"smpp\"],\"version\":\"lab\"");
        for (int i = 0; i < texts; i++) {
            String id = "m" + i;
            carrier.offer(new Offered(id, line, "+" + (FIRST_SENDER + i % senders), id + " slt"));
        }
    }
}
