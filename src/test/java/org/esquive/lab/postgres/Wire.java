package org.esquive.lab.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// The wire between a program and a database on loopback, which can be cut: in the middle of a commit, or altogether;
/// and which can fall silent.
public final class Wire implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final int server;
    private final ServerSocket door;
    private final AtomicReference<Optional<Cut>> next = new AtomicReference<>(Optional.empty());
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile boolean down;
    private volatile CountDownLatch silence = new CountDownLatch(0);

    /// Where the next commit is cut off.
    public enum Cut {
        /// Before the server hears of it: it is not kept.
        BEFORE,
        /// After the server has done it, before the program hears of that: it is kept.
        AFTER
    }

    /// @param server the port of the database
    public Wire(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var _ = Thread.ofVirtual().start(this::accept);
    }

    /// The port to use instead of the server's.
    public int port() {
        return door.getLocalPort();
    }

    /// Cuts the next commit of texts or replies off, once: those of a node that says it is there go on.
    public void cutNextCommit(Cut cut) {
        next.set(Optional.of(cut));
    }

    /// Whether the cut that was asked for was made.
    public boolean isCut() {
        return next.get().isEmpty();
    }

    /// Cuts everything, and lets nobody in until [#up()].
    public void down() {
        down = true;
        links.forEach(Link::cut);
    }

    /// Keeps everything back from now on, both ways: connections stay, and nobody hears of the other, until [#up()].
    public void hush() {
        silence = new CountDownLatch(1);
    }

    /// Lets connections through again, and what was kept back.
    public void up() {
        down = false;
        silence.countDown();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                let(door.accept());
            } catch (IOException gone) {
                // The door is closed: whoever knocks notices.
            }
        }
    }

    private void let(Socket client) throws IOException {
        try {
            if (down) {
                client.close();
            } else {
                new Link(client, new Socket(InetAddress.getLoopbackAddress(), server)).begin();
            }
        } catch (IOException away) {
            client.close();
        }
    }

    /// One connection, both ways.
    private final class Link {
        private final Socket client;
        private final Socket database;
        private volatile boolean endsWithTheAnswer;
        private volatile boolean writesTexts;

        Link(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        void begin() {
            links.add(this);
            var _ = Thread.ofVirtual().start(() -> pump(client, database, this::mayGo));
            var _ = Thread.ofVirtual().start(() -> pump(database, client, (_, _) -> !endsWithTheAnswer));
        }

        private boolean mayGo(byte[] chunk, int length) {
            String said = new String(chunk, 0, length, StandardCharsets.ISO_8859_1);
            writesTexts |= said.contains("into text") || said.contains("update text");
            if (!said.contains("COMMIT")) {
                return true;
            }
            boolean wanted = writesTexts && next.get().isPresent();
            writesTexts = false;
            if (!wanted) {
                return true;
            }
            Cut cut = next.getAndSet(Optional.empty()).orElse(Cut.BEFORE);
            endsWithTheAnswer = cut == Cut.AFTER;
            return cut == Cut.AFTER;
        }

        private void pump(Socket from, Socket to, Gate gate) {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] chunk = new byte[CHUNK];
                for (int length = in.read(chunk); length > 0 && gate.mayGo(chunk, length); length = in.read(chunk)) {
                    silence.await();
                    out.write(chunk, 0, length);
                    out.flush();
                }
            } catch (IOException cut) {
                // The other side is closed, too.
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            } finally {
                links.remove(this);
            }
        }

        void cut() {
            try {
                client.close();
                database.close();
            } catch (IOException gone) {
                // Then it is cut.
            }
        }
    }

    /// Says whether bytes go on; if not, the connection ends.
    private interface Gate {
        boolean mayGo(byte[] chunk, int length);
    }

    @Override
    public void close() {
        down();
        silence.countDown();
        try {
            door.close();
        } catch (IOException gone) {
            // Then it is closed.
        }
    }
}
