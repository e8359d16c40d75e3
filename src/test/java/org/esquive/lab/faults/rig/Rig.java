package org.esquive.lab.faults.rig;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.esquive.lab.Fixtures;
import org.esquive.lab.checker.Check;
import org.esquive.lab.checker.Verdict;
import org.esquive.lab.postgres.Wire;
import org.esquive.lab.smsc.Carrier;
import org.esquive.lab.smsc.History;
import org.esquive.lab.smsc.Offered;
import org.esquive.lab.smsc.Script;
import org.esquive.lab.smsc.Smsc;
import org.esquive.lab.storm.Finals;

/// The program between a carrier and a phone, with the history of what happens. A fault starts nodes, has people
/// text, does harm, notes what it sees; then [#verdict()] lets all of it come to rest and has it judged.
public final class Rig implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final int PER_SECOND = 500;

    public final Script script = new Script();
    public final Crowd crowd;
    public final History history;
    public final Carrier carrier;
    public final Smsc smsc;
    public final Phone phone;
    private final Path folder;
    private final Plan plan;
    private final Store store;
    private final Path settings;
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private final List<Runnable> alongside = new ArrayList<>();
    private final Thread interrupted = new Thread(this::end, "faults-end");
    private Dress dress = Dress.PLAIN;
    private int starts;

    /// What a run is made of.
    ///
    /// @param target what the ledger is kept in
    /// @param build how the program is started
    /// @param setup what its settings are
    /// @param seed of all chance
    public record Plan(Target target, Build build, Setup setup, long seed) {}

    /// @param folder an empty one
    public Rig(Path folder, Plan plan) {
        this.folder = folder.toAbsolutePath();
        this.plan = plan;
        this.store = plan.target().open(data());
        this.crowd = new Crowd(plan.seed());
        this.history = new History(this.folder.resolve("history.jsonl"));
        this.carrier = new Carrier(script, history, PER_SECOND, Setup.WINDOW);
        this.smsc = new Smsc(0, carrier, script, Optional.of(new Smsc.Login(Setup.SYSTEM_ID, Setup.PASSWORD)));
        this.phone = new Phone(history, crowd);
        this.settings = this.folder.resolve("settings.yaml");
        history.add(
                "run.start",
                "\"seed\":" + plan.seed() + ",\"limit\":5,\"forget_days\":30,\"window\":" + Setup.WINDOW
                        + ",\"price\":0,\"channels\":[\"smpp\",\"android\"],\"version\":\"lab\"");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            Files.writeString(settings, plan.setup().yaml(smsc.port(), phone.url()));
            Files.createDirectories(data());
            Files.createFile(key(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(key(), HexFormat.of().formatHex(Fixtures.key()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For what belongs to this run alone.
    public Path folder() {
        return folder;
    }

    /// The folder of the first node's data.
    public Path data() {
        return data(0);
    }

    private Path data(int number) {
        return folder.resolve(number == 0 ? "data" : "data" + number);
    }

    /// The database of a target that has one.
    public Database database() {
        if (store instanceof Database database) {
            return database;
        }
        throw new IllegalStateException("this target has no server");
    }

    /// How many nodes there are.
    public int nodes() {
        return plan.target().nodes();
    }

    /// The instance key, which all nodes share.
    private Path key() {
        return folder.resolve("instance.key");
    }

    public long seed() {
        return plan.seed();
    }

    /// What nodes wear that are started from now on.
    public void wear(Dress now) {
        dress = now;
    }

    /// Something to be done when the run ends, however it does.
    public void atEnd(Runnable undone) {
        alongside.add(undone);
    }

    // ---- nodes ------------------------------------------------------------

    /// Starts as many nodes as the target has, waits until they run and are bound, and returns the first.
    public Node start() {
        return startAll().getFirst();
    }

    /// Starts as many nodes as the target has, at once, and waits until they run and are bound.
    public List<Node> startAll() {
        int binds = smsc.links().size();
        List<Node> started = new ArrayList<>();
        for (int number = 0; number < nodes(); number++) {
            started.add(launch(number));
        }
        started.replaceAll(this::ready);
        var _ = Patience.waitFor("a bind", () -> smsc.links().size() > binds);
        return started;
    }

    /// Starts one node, and waits until it runs, and until there is a link.
    public Node start(int number) {
        Node node = ready(launch(number));
        var _ = Patience.waitFor("a bind", () -> !smsc.links().isEmpty());
        return node;
    }

    /// Waits until a node runs. On a machine with too much to do it may give its database up; then it is started once
    /// more, as a service manager does.
    private Node ready(Node node) {
        if (store instanceof Database && node.gaveDatabaseUp()) {
            gone(node);
            Node again = launch(node.number());
            again.awaitReady();
            return again;
        }
        node.awaitReady();
        return node;
    }

    /// A wire between the database and each of the nodes that are started from now on.
    public List<Wire> wires() {
        return IntStream.range(0, nodes()).mapToObj(database()::wire).toList();
    }

    /// Starts one node, and does not wait.
    public Node launch(int number) {
        Path data = data(number);
        Map<String, String> environment = new HashMap<>(store.environment(number));
        environment.put("ESQUIVE_NODE", Integer.toString(number));
        environment.put("ESQUIVE_KEY", key().toString());
        environment.putAll(dress.environment());
        Path log = folder.resolve("esquive-%d-%d.log".formatted(number, starts++));
        Node node = Node.start(plan.build(), new Node.Place(number, data, journal(number), settings, log), environment);
        history.add("proc", "\"do\":\"start\",\"pid\":" + node.pid());
        nodes.add(node);
        return node;
    }

    private Path journal(int number) {
        return folder.resolve("journal-" + number + ".txt");
    }

    /// Kills a node, and waits until the carrier knows.
    ///
    /// @param fault for the history
    public void kill(Node node, String fault) {
        history.fault(fault, true, "kill -9");
        ended(node, node.kill());
        var _ = Patience.waitFor(
                "the link to break",
                () -> smsc.links().isEmpty() || plan.target().nodes() > 1);
    }

    /// Ends a node as a keeper would.
    public void stop(Node node) {
        ended(node, node.stop());
    }

    /// A node ended by itself, or is about to.
    public void gone(Node node) {
        ended(node, node.await());
    }

    private void ended(Node node, int code) {
        nodes.remove(node);
        history.add("proc", "\"do\":\"exit\",\"pid\":" + node.pid() + ",\"code\":" + code);
    }

    /// Has a keeper sign in at a node; the first password is with the node that was the first to start.
    public Keeper signIn(Node node) throws IOException, InterruptedException {
        for (int number = 0; number < nodes(); number++) {
            Path password = data(number).resolve("first-password");
            if (Files.exists(password)) {
                return Keeper.signIn(node, Files.readString(password).strip());
            }
        }
        throw new IllegalStateException("there is no first password");
    }

    // ---- traffic ------------------------------------------------------------

    /// Has newcomers text the line of the carrier.
    public List<String> text(int people, int each) {
        List<String> senders = crowd.newcomers(people);
        text(senders, each);
        return senders;
    }

    /// Has people text the line of the carrier, once more perhaps.
    public void text(List<String> senders, int each) {
        crowd.texts(senders, each).forEach(carrier::offer);
    }

    /// Has a text delivered that looks otherwise.
    public void text(Offered text) {
        carrier.offer(text);
    }

    /// Waits until so many more were acknowledged.
    public Duration awaitAcknowledged(int more) {
        long until = carrier.acknowledged() + more;
        return Patience.waitFor("acknowledgements", () -> carrier.acknowledged() >= until || carrier.open() == 0);
    }

    /// Waits until all is acknowledged and answered.
    public void awaitRest() {
        var _ = Patience.waitFor("the last acknowledgement", () -> carrier.open() == 0);
        var _ = Patience.waitFor(
                "quiet",
                () -> Math.min(carrier.quietNanos(), phone.quietNanos()) > QUIET.toNanos() && source().leftOpen() == 0);
    }

    // ---- what was seen ------------------------------------------------------------

    /// Notes something that is asked for beside the seven numbers.
    public void expect(String what, boolean kept) {
        seen.add(new Seen(what, kept));
    }

    /// Notes a figure that nothing depends on.
    public void note(String what) {
        expect(what, true);
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /// Where the ledger and the journals are read.
    public Finals.Source source() {
        List<Path> journals = new ArrayList<>();
        for (int number = 0; number < plan.target().nodes(); number++) {
            journals.add(journal(number));
        }
        return new Finals.Source(
                store.ledger(),
                journals.stream().filter(Files::exists).toList(),
                Map.of("demo", Setup.LINE, "phone", Setup.PHONE_LINE));
    }

    // ---- the end ------------------------------------------------------------

    /// Lets everything be delivered and answered, ends the nodes politely, and has the history judged.
    public Verdict verdict() throws IOException {
        if (nodes.isEmpty()) {
            var _ = start();
        }
        awaitRest();
        for (Node node : List.copyOf(nodes)) {
            stop(node);
        }
        smsc.close();
        new Finals(source(), crowd.who(), history).write((int) QUIET.toSeconds());
        List<Path> files = List.of(folder.resolve("history.jsonl"));
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int _ = Check.run(files, new PrintStream(told, true, StandardCharsets.UTF_8));
        Files.write(folder.resolve("verdict.txt"), told.toByteArray());
        return Check.judge(files);
    }

    @Override
    public void close() {
        boolean _ = Runtime.getRuntime().removeShutdownHook(interrupted);
        end();
        smsc.close();
        phone.close();
        history.close();
        store.close();
    }

    /// Ends what would outlive this process; called on Ctrl-C, too.
    private void end() {
        List.copyOf(nodes).forEach(Node::close);
        alongside.reversed().forEach(Runnable::run);
    }
}
