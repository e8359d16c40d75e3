package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.esquive.lab.postgres.FreshDatabase;
import org.esquive.lab.smsc.Carrier;
import org.esquive.lab.smsc.History;
import org.esquive.lab.smsc.Script;
import org.esquive.lab.smsc.Smsc;
import org.esquive.ledger.Nodes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// A node that is killed, as a process of its own: another one goes on with what it did.
@Tag("slow")
class KilledNodeTest {
    private static final long START = TimeUnit.SECONDS.toNanos(120);

    /// Ten seconds are promised; a machine that builds beside it gets more.
    private static final long FAIL_OVER = TimeUnit.SECONDS.toNanos(20);

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

    @RegisterExtension
    final FreshDatabase database = new FreshDatabase();

    @TempDir
    Path folder;

    @Test
    void theLinkAndTheDutiesOfAKilledNodeMove() throws Exception {
        try (Smsc smsc = new Smsc(new Carrier(new Script(), new History(folder.resolve("history.jsonl")), 100, 10))) {
            Path settings = Files.writeString(folder.resolve("settings.yaml"), """
                    lines: [{id: far, number: "+33639980011", country: FR, channel: carrier}]
                    channels:
                      - id: carrier
                        kind: smpp
                        options: {host: 127.0.0.1, port: %d, system-id: esquive}
                        secrets: {password: s3cr3t}
                    """.formatted(smsc.port()));
            Process killed = process(settings);
            try (ConfigurableApplicationContext other = beside(smsc, killed)) {
                Nodes nodes = other.getBean(Nodes.class);
                assertThat(nodes.count()).isEqualTo(2);
                assertThat(smsc.binds()).isEqualTo(1);
                var _ = killed.destroyForcibly();
                await("the link", FAIL_OVER, () -> smsc.binds() == 2);
                await(
                        "the duties",
                        FAIL_OVER,
                        () -> List.of("alerts", "chores", "webhooks").stream().allMatch(nodes::holds));
                await("the farewell", FAIL_OVER, () -> nodes.count() == 1);
            } finally {
                var _ = killed.destroyForcibly();
            }
        }
    }

    /// A node that starts once the other has the link.
    private ConfigurableApplicationContext beside(Smsc smsc, Process first) {
        await("the first node", START, () -> smsc.links().size() == 1 || !first.isAlive());
        return Start.run(
                false,
                "--esquive.data=" + folder.resolve("two"),
                "--esquive.key=" + folder.resolve("key"),
                "--esquive.database.url=" + database.url(),
                "--esquive.database.user=" + database.user(),
                "--esquive.database.password=" + database.password(),
                "--esquive.public.port=0",
                "--esquive.keepers.port=0");
    }

    private Process process(Path settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.esquive.Esquive",
                "run");
        builder.environment()
                .putAll(Map.of(
                        "ESQUIVE_DATA", folder.resolve("one").toString(),
                        "ESQUIVE_KEY", folder.resolve("key").toString(),
                        "ESQUIVE_SETTINGS", settings.toString(),
                        "ESQUIVE_DATABASE_URL", database.url(),
                        "ESQUIVE_DATABASE_USER", database.user(),
                        "ESQUIVE_DATABASE_PASSWORD", database.password(),
                        "ESQUIVE_PUBLIC_PORT", "0",
                        "ESQUIVE_KEEPERS_PORT", "0"));
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("one.log").toFile())
                .start();
    }

    private static void await(String what, long patience, BooleanSupplier condition) {
        long until = System.nanoTime() + patience;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for " + what).isLessThan(until);
            LockSupport.parkNanos(LOOK);
        }
    }
}
