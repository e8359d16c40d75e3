package org.esquive.lab.postgres;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A throw-away PostgreSQL for a person: it prints how to run Esquive on it, and is gone when it is stopped.
///
/// Arguments: the port to listen on, a free one unless it is said.
public final class PostgresProgram {
    private PostgresProgram() {}

    public static void main(String... arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        PostgresServer server = PostgresServer.start(Care.ALL, Map.of(), port);
        System.out.println("ESQUIVE_DATABASE_URL=" + server.url(server.createDatabase()));
        System.out.println("ESQUIVE_DATABASE_USER=" + server.user());
        System.out.println("ESQUIVE_DATABASE_PASSWORD=" + server.password());
        new CountDownLatch(1).await();
    }
}
