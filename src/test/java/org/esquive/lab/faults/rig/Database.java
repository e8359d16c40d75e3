package org.esquive.lab.faults.rig;

import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.esquive.lab.postgres.Care;
import org.esquive.lab.postgres.PostgresServer;
import org.esquive.lab.postgres.Wire;
import org.esquive.lab.storm.Finals;

/// The PostgreSQL of one run: a server of its own that keeps with all care and may be harmed, with one database; and
/// a wire to it for each node that a fault wants to cut off.
public final class Database implements Store {
    private static final Map<String, String> SETTINGS = Map.of("max_connections", "60");

    /// A wire looks for the word COMMIT, which a prepared statement would not say.
    private static final String SPOKEN = "?prepareThreshold=0";

    private final PostgresServer server = PostgresServer.start(Care.ALL, SETTINGS, 0);
    private final String name = server.createDatabase();
    private final Map<Integer, Wire> wires = new ConcurrentHashMap<>();

    /// To stop, kill and pause it.
    public PostgresServer server() {
        return server;
    }

    /// The name of the database on it.
    public String name() {
        return name;
    }

    /// The wire of a node, for nodes that start after it was first asked for.
    public Wire wire(int node) {
        return wires.computeIfAbsent(node, _ -> new Wire(server.port()));
    }

    @Override
    public Map<String, String> environment(int node) {
        Wire wire = wires.get(node);
        String url = server.url(name);
        return Map.of(
                "ESQUIVE_DATABASE_URL",
                wire == null ? url : url.replace(":" + server.port() + "/", ":" + wire.port() + "/") + SPOKEN,
                "ESQUIVE_DATABASE_USER",
                server.user(),
                "ESQUIVE_DATABASE_PASSWORD",
                server.password());
    }

    /// Past the wires.
    @Override
    public Finals.Connected ledger() {
        return () -> DriverManager.getConnection(server.url(name), server.user(), server.password());
    }

    @Override
    public void close() {
        wires.values().forEach(Wire::close);
        server.close();
    }
}
