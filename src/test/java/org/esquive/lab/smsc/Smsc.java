package org.esquive.lab.smsc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// The simulator: listens on loopback, takes binds of any kind and number, and hands them to its traffic.
public final class Smsc implements AutoCloseable {
    private static final int BACKLOG = 64;

    private final ServerSocket server;
    private final Traffic traffic;
    private final Script script;
    private final Optional<Login> login;
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final Latencies enquiries = new Latencies();
    private final AtomicInteger binds = new AtomicInteger();
    private final AtomicInteger nacks = new AtomicInteger();

    /// Who may bind.
    public record Login(String systemId, String password) {}

    /// Listens at once.
    ///
    /// @param port 0 for any that is free
    /// @param login empty if anybody may bind
    public Smsc(int port, Traffic traffic, Script script, Optional<Login> login) {
        this.traffic = traffic;
        this.script = script;
        this.login = login;
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var _ = Thread.ofPlatform().daemon().name("smsc-accepts").start(this::accept);
    }

    /// A well-behaved one that anybody may bind to, on any port.
    public Smsc(Traffic traffic) {
        this(0, traffic, new Script(), Optional.empty());
    }

    public int port() {
        return server.getLocalPort();
    }

    public Script script() {
        return script;
    }

    public Traffic traffic() {
        return traffic;
    }

    /// The links that are bound now.
    public List<Link> links() {
        return links.stream().filter(Link::isBound).toList();
    }

    /// How many binds there were so far.
    public int binds() {
        return binds.get();
    }

    /// How many PDUs of ours the other side could not make sense of.
    public int nacks() {
        return nacks.get();
    }

    /// How long answers to our enquire_link took.
    public Latencies enquiries() {
        return enquiries;
    }

    /// Asks over every link whether the other side is there.
    public void enquire() {
        links().forEach(Link::enquire);
    }

    /// Breaks every link.
    public void breakLinks(Script.Break how) {
        links().forEach(link -> link.breakNow(how));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                new Link(socket, this).start();
            } catch (IOException e) {
                // Closed, or somebody who left before they were let in.
            }
        }
    }

    int login(String systemId, String password) {
        if (login.isEmpty()) {
            return Wire.OK;
        }
        if (!login.get().systemId().equals(systemId)) {
            return Wire.INVALID_SYSTEM_ID;
        }
        return login.get().password().equals(password) ? Wire.OK : Wire.INVALID_PASSWORD;
    }

    void bound(Link link) {
        links.add(link);
        binds.incrementAndGet();
    }

    void lost(Link link, String why) {
        if (links.remove(link)) {
            traffic.lost(link, why);
        }
    }

    void nacked() {
        nacks.incrementAndGet();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            links.forEach(Link::close);
        }
    }
}
