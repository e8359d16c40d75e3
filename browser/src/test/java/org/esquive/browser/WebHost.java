package org.esquive.browser;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// Somebody else's web host, on loopback: it serves files and knows nothing of the program.
///
/// @param server itself
record WebHost(HttpServer server) implements AutoCloseable {
    static WebHost of(Path folder) {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = SimpleFileServer.createFileServer(
                anyPort, folder.toAbsolutePath().normalize(), OutputLevel.NONE);
        server.start();
        return new WebHost(server);
    }

    /// By another name than the program, so that a browser takes it for another site.
    String page(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
