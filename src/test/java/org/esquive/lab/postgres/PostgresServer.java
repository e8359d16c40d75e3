package org.esquive.lab.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.esquive.lab.postgres.Installation.Identity;

/// A PostgreSQL server on 127.0.0.1 with a folder of its own, which ends with this process at the latest. What it
/// keeps survives [#stop()], [#kill()] and [#startAgain()]; [#close()] deletes it.
///
/// Databases belong to a user who is not a superuser, and who needs a password, as in real life.
public final class PostgresServer implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "esquive";

    /// In the file of the process: its number first, and how far it is.
    private static final int PID_LINE = 0;

    private static final int STATE_LINE = 7;

    private final Path folder;
    private final Path data;
    private final Installation installation;
    private final Map<String, String> settings = new TreeMap<>();
    private final int port;
    private final String password = newPassword();
    private final AtomicInteger databases = new AtomicInteger();
    private final Thread atExit = new Thread(this::end, "end of PostgreSQL");
    private Optional<Running> running = Optional.empty();
    private boolean harmed;

    /// The processes of one life of the server.
    private record Running(Process postmaster, Guard guard) {
        /// The postmaster first.
        List<ProcessHandle> all() {
            return Stream.concat(Stream.of(postmaster.toHandle()), postmaster.descendants())
                    .toList();
        }
    }

    private PostgresServer(Path folder, Installation installation, int port) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.installation = installation;
        this.port = port;
    }

    /// Starts a new server on a free port.
    public static PostgresServer start(Care care) {
        return start(care, Map.of(), 0);
    }

    /// Starts a new server.
    ///
    /// @param more settings as in `postgresql.conf`, which win over those of the care
    /// @param port 0 for a free one
    public static PostgresServer start(Care care, Map<String, String> more, int port) {
        return start(care, more, port, Identity.possible());
    }

    static PostgresServer start(Care care, Map<String, String> more, int port, List<Identity> identities) {
        PostgresServer server = make(port, identities);
        server.settings.put("listen_addresses", "127.0.0.1");
        server.settings.put("unix_socket_directories", "");
        server.settings.putAll(care.settings());
        server.settings.putAll(more);
        Runtime.getRuntime().addShutdownHook(server.atExit);
        try {
            server.initialise();
            server.startAgain();
            server.administer("create role " + OWNER + " login password '" + server.password + "'");
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static PostgresServer make(int port, List<Identity> identities) {
        try {
            Path folder = Files.createTempDirectory("esquive-postgres").toAbsolutePath();
            return new PostgresServer(folder, Installation.find(folder, identities), port == 0 ? freePort() : port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String newPassword() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private void initialise() {
        Path secret = folder.resolve("password");
        try {
            Path _ = Files.writeString(secret, password);
            installation.give(folder);
            installation.give(secret);
            List<String> command = installation.command(
                    "initdb",
                    "--pgdata=" + data,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--no-locale",
                    "--no-sync",
                    "--no-instructions");
            Commands.await(logged(command).start(), "initdb");
            Files.delete(secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + "\n" + log(), e);
        }
    }

    private ProcessBuilder logged(List<String> command) {
        return Commands.plain(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    }

    /// Starts it on the same folder and port, after [#stop()] or [#kill()].
    public synchronized void startAgain() {
        if (running.isPresent()) throw new IllegalStateException("it runs already");
        List<String> command =
                new ArrayList<>(installation.command("postgres", "-D", data.toString(), "-p", "" + port));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        try {
            Process postmaster = logged(command).start();
            running = Optional.of(new Running(postmaster, new Guard(postmaster, folder)));
            if (!Commands.waitFor(() -> !postmaster.isAlive() || isReady(postmaster)) || !postmaster.isAlive()) {
                kill();
                throw new IllegalStateException("PostgreSQL does not start\n" + log());
            }
            harmed = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady(Process postmaster) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() > STATE_LINE
                    && lines.get(PID_LINE).equals(Long.toString(postmaster.pid()))
                    && lines.get(STATE_LINE).strip().equals("ready");
        } catch (IOException _) {
            return false;
        }
    }

    /// What the server said so far.
    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException _) {
            return "";
        }
    }

    Path folder() {
        return folder;
    }

    public int port() {
        return port;
    }

    /// The JDBC address of one of its databases.
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// Who owns the databases.
    public String user() {
        return OWNER;
    }

    public String password() {
        return password;
    }

    /// A new, empty database.
    public String createDatabase() {
        return createDatabase("template1");
    }

    /// A new database.
    ///
    /// @param template the database to copy, to which nobody may be connected meanwhile
    public String createDatabase(String template) {
        String name = "esquive_" + databases.incrementAndGet();
        administer("create database " + name + " owner " + OWNER + " template " + template);
        return name;
    }

    /// Deletes a database, whoever is connected to it.
    public void dropDatabase(String name) {
        administer("drop database if exists " + name + " with (force)");
    }

    /// Runs a statement as the superuser.
    public void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused", e);
        }
    }

    /// Stops it in an orderly way, without waiting for those who are connected.
    public synchronized void stop() {
        endBy("INT");
    }

    private void endBy(String signal) {
        running.ifPresent(life -> {
            Commands.signal(signal, List.of(life.postmaster().toHandle()));
            if (Commands.ends(life.postmaster())) over(life);
            else kill();
        });
    }

    /// Kills all its processes at once, as a failing machine would.
    public synchronized void kill() {
        running.ifPresent(life -> {
            // So that it starts no more of them meanwhile.
            Commands.signal("STOP", List.of(life.postmaster().toHandle()));
            List<ProcessHandle> all = life.all();
            Commands.signal("KILL", all);
            harmed = true;
            boolean gone = Commands.waitFor(() -> all.stream().allMatch(Commands::isOver));
            if (!gone) throw new IllegalStateException("PostgreSQL cannot be killed");
            over(life);
        });
    }

    private void over(Running life) {
        life.guard().close();
        running = Optional.empty();
    }

    /// Lets all its processes stand still: connections stay open and nothing is answered, until [#resume()].
    public synchronized void pause() {
        running.ifPresent(life -> {
            Commands.signal("STOP", List.of(life.postmaster().toHandle()));
            Commands.signal("STOP", life.all());
        });
    }

    public synchronized void resume() {
        running.ifPresent(life -> Commands.signal("CONT", life.all()));
    }

    /// Ends it and deletes what it kept.
    @Override
    public void close() {
        boolean _ = Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }

    private synchronized void end() {
        if (!Files.exists(folder)) return;
        resume();
        // Only a server that comes to itself gives its shared memory back.
        if (harmed && running.isEmpty()) startOnceMore();
        endBy("QUIT");
        Commands.delete(folder);
    }

    private void startOnceMore() {
        try {
            startAgain();
        } catch (IllegalStateException _) {
            running = Optional.empty();
        }
    }
}
