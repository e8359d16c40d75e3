package org.esquive.lab.peers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Debian's Kannel 1.4.5, answering every text by an `sms-service`: bearerbox and smsbox with a configuration written
/// for the occasion, on loopback only.
public final class KannelPeer implements AutoCloseable {
    private static final Path BEARERBOX = Path.of("/usr/sbin/bearerbox");
    private static final Path SMSBOX = Path.of("/usr/sbin/smsbox");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);
    private final Process bearerbox;
    private final Process smsbox;

    /// What it is to do.
    ///
    /// @param port of the SMSC on loopback
    /// @param window submits without an answer (`max-pending-submits`)
    /// @param reply what every text is answered with, ASCII without quotes
    /// @param spool where it keeps what it acknowledged; empty to keep it in memory alone, as shipped
    /// @param environment added to that of both processes, such as a library to be preloaded
    public record Setup(int port, int window, String reply, Optional<Path> spool, Map<String, String> environment) {
        public Setup {
            environment = Map.copyOf(environment);
        }

        /// As shipped.
        public Setup(int port, int window, String reply) {
            this(port, window, reply, Optional.empty(), Map.of());
        }
    }

    /// Whether it is installed on this machine.
    public static boolean isInstalled() {
        return Files.isExecutable(BEARERBOX) && Files.isExecutable(SMSBOX);
    }

    /// Starts both; they bind in the background.
    ///
    /// @param folder for configuration and logs
    public static KannelPeer start(Path folder, Setup setup) throws IOException {
        List<Integer> ports = freePorts();
        Path configuration = Files.writeString(folder.resolve("kannel.conf"), configuration(setup, ports));
        Process bearerbox = launch(BEARERBOX, configuration, setup.environment());
        try {
            waitForPort(bearerbox, ports.get(1));
            return new KannelPeer(bearerbox, launch(SMSBOX, configuration, setup.environment()));
        } catch (IOException | RuntimeException failure) {
            bearerbox.destroy();
            throw failure;
        }
    }

    private KannelPeer(Process bearerbox, Process smsbox) {
        this.bearerbox = bearerbox;
        this.smsbox = smsbox;
    }

    private static String configuration(Setup setup, List<Integer> ports) {
        String store = setup.spool()
                .map(spool -> "store-type = spool\nstore-location = " + spool + "\n")
                .orElse("");
        return """
                group = core
                admin-port = %d
                admin-interface = 127.0.0.1
                admin-password = lab
                smsbox-port = %d
                smsbox-interface = 127.0.0.1
                box-allow-ip = 127.0.0.1
                log-level = 4
                %s
                group = smsc
                smsc = smpp
                smsc-id = lab
                host = 127.0.0.1
                port = %d
                transceiver-mode = true
                smsc-username = kannel
                smsc-password = lab
                system-type = ""
                max-pending-submits = %d
                enquire-link-interval = 30
                reconnect-delay = 1

                group = smsbox
                bearerbox-host = 127.0.0.1
                bearerbox-port = %d
                log-level = 4

                group = sms-service
                keyword = default
                catch-all = true
                text = "%s"
                max-messages = 1
                omit-empty = true
                """.formatted(
                        ports.get(0), ports.get(1), store, setup.port(), setup.window(), ports.get(1), setup.reply());
    }

    private static List<Integer> freePorts() throws IOException {
        List<Integer> ports = new ArrayList<>();
        try (ServerSocket one = loopback();
                ServerSocket other = loopback()) {
            ports.add(one.getLocalPort());
            ports.add(other.getLocalPort());
        }
        return ports;
    }

    private static ServerSocket loopback() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static Process launch(Path program, Path configuration, Map<String, String> environment)
            throws IOException {
        Path log = configuration.resolveSibling(program.getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "-v", "4", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void waitForPort(Process process, int port) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(port)) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new IllegalStateException("Kannel did not come up; its log is beside its configuration");
            }
            LockSupport.parkNanos(LOOK);
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// CPU time of both so far.
    public Duration cpuTime() {
        return Proc.cpuTime(List.of(bearerbox, smsbox));
    }

    /// The most memory either held at a time, both added, in bytes.
    public long peakMemory() {
        return Proc.peakMemory(List.of(bearerbox, smsbox));
    }

    /// Asks both to end, and ends them if they do not.
    @Override
    public void close() {
        for (Process process : List.of(smsbox, bearerbox)) {
            process.destroy();
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    boolean _ = process.toHandle().destroyForcibly();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                boolean _ = process.toHandle().destroyForcibly();
            }
        }
    }
}
