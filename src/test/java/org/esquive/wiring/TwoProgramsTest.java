package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.esquive.console.Surroundings.ChannelState;
import org.esquive.lab.postgres.FreshDatabase;
import org.esquive.lab.smsc.Carrier;
import org.esquive.lab.smsc.History;
import org.esquive.lab.smsc.Script;
import org.esquive.lab.smsc.Smsc;
import org.esquive.ledger.Nodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole program twice on one database, with a carrier that allows two binds.
@Tag("slow")
class TwoProgramsTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

    @RegisterExtension
    final FreshDatabase database = new FreshDatabase();

    @TempDir
    Path folder;

    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private Smsc smsc;
    private ConfigurableApplicationContext one;
    private ConfigurableApplicationContext two;

    @BeforeEach
    void start() throws Exception {
        Script script = new Script();
        smsc = new Smsc(new Carrier(script, new History(folder.resolve("history.jsonl")), 100, 10));
        Path settings = Files.writeString(folder.resolve("settings.yaml"), """
                lines:
                  - {id: demo, number: "+33639980010", country: FR, channel: phone, delay: 0s to 0s}
                  - {id: far, number: "+33639980011", country: FR, channel: carrier}
                channels:
                  - {id: phone, kind: loopback}
                  - id: carrier
                    kind: smpp
                    options: {host: 127.0.0.1, port: %d, system-id: esquive, binds: 2}
                    secrets: {password: s3cr3t}
                """.formatted(smsc.port()));
        one = start("one", "key", "--esquive.settings=" + settings);
        two = start("two", "key");
    }

    @AfterEach
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
        smsc.close();
    }

    private ConfigurableApplicationContext start(String name, String key, String... more) {
        List<String> options = new ArrayList<>(List.of(
                "--esquive.data=" + folder.resolve(name),
                "--esquive.key=" + folder.resolve(key),
                "--esquive.database.url=" + database.url(),
                "--esquive.database.user=" + database.user(),
                "--esquive.database.password=" + database.password(),
                "--esquive.public.port=0",
                "--esquive.keepers.port=0"));
        options.addAll(List.of(more));
        ConfigurableApplicationContext context = Start.run(false, options.toArray(String[]::new));
        running.add(context);
        return context;
    }

    private static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for " + what).isLessThan(until);
            LockSupport.parkNanos(LOOK);
        }
    }

    private static ChannelState carrier(ConfigurableApplicationContext context) {
        return context.getBean(Channels.class).states().stream()
                .filter(state -> state.id().equals("carrier"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isPanic(ConfigurableApplicationContext context) {
        return context.getBean(SettingsDesk.class).current().panic();
    }

    @Test
    void theLinksOfACarrierAreSpreadAndMove() {
        await(
                "a link each",
                () -> carrier(one).state().equals("UP")
                        && carrier(two).state().equals("UP")
                        && smsc.links().size() == 2);
        running.remove(one);
        one.close();
        await("both links", () -> smsc.links().size() == 2 && smsc.binds() >= 3);
        await("the duties", () -> duties(two).containsAll(List.of("channel/carrier/0", "channel/carrier/1")));
    }

    private static List<String> duties(ConfigurableApplicationContext context) {
        return context.getBean(Nodes.class).all().stream()
                .filter(Nodes.Node::isThis)
                .flatMap(node -> node.duties().stream())
                .toList();
    }

    @Test
    void whatIsDoneForAllIsDoneByOneAndMoves() {
        List<String> all = List.of("alerts", "chores", "webhooks");
        await("the first", () -> duties(one).containsAll(all));
        assertThat(duties(two)).doesNotContainAnyElementsOf(all);
        running.remove(one);
        one.close();
        await("the second", () -> duties(two).containsAll(all));
    }

    @Test
    void aChangeReachesTheOtherNode() {
        var _ = one.getBean(SettingsDesk.class).panic("keeper", true);
        await("the change", () -> isPanic(two));
        Path data = folder.resolve("two");
        assertThat(data).isDirectory();
        var _ = two.getBean(SettingsDesk.class).panic("keeper", false);
        await("the change back", () -> !isPanic(one));
    }

    @Test
    void whoIsSignedInAtOneNodeIsSoAtTheOther() throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        String password = Files.readString(folder.resolve("one").resolve("first-password"))
                .strip();
        assertThat(folder.resolve("two").resolve("first-password")).doesNotExist();
        try (Program first = new Program(one, browser)) {
            Program second = new Program(two, browser);
            assertThat(first.signIn(password).statusCode()).isEqualTo(302);
            await("each other", () -> two.getBean(Nodes.class).count() == 2);
            String page =
                    second.onKeepers("/console/nodes", "Accept-Language", "en").body();
            assertThat(page).contains("Node 0, on", "Node 1, on", "shows this page");
            assertThat(second.onKeepers("/console/settings/channels").body()).contains("/console/nodes");
            assertThat(second.onKeepers("/actuator/prometheus").body()).contains("esquive_nodes 2.0");
            String form = first.token("/console/account");
            assertThat(second.postForm("/logout", form).headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).contains("/login"));
            assertThat(first.onKeepers("/console/account").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aNodeWithAnotherKeyIsRefusedAndLeavesNone() {
        Throwable failure = catchThrowable(() -> start("three", "another-key"));
        assertThat(Start.sentence(failure))
                .isEqualTo(Optional.of(
                        "The instance key is not the one of this database: give every node the same key file."));
        assertThat(folder.resolve("another-key")).doesNotExist();
    }
}
