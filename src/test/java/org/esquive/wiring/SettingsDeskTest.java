package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.SettingsArchive;
import org.esquive.message.LineId;
import org.esquive.settings.Caps;
import org.esquive.settings.Change;
import org.esquive.settings.Problem;
import org.esquive.settings.Secret;
import org.esquive.settings.Settings;
import org.junit.jupiter.api.Test;

/// How settings come into force.
class SettingsDeskTest {
    private static final String FIRST = """
            lines:
              - {id: demo, number: "+33639980010", country: FR, channel: phone}
            channels:
              - {id: phone, kind: loopback, secrets: {password: hunter2}}
            """;

    private final SettingsArchive versions = new MemoryArchive();
    private final SettingsDesk desk = desk(SettingsDeskTest::noObjection);

    @Test
    void theFirstStartWritesTheFirstVersion() {
        assertThat(desk.version()).isEqualTo(1);
        assertThat(versions.latest().orElseThrow().author()).isEqualTo("esquive");
        assertThat(desk.rulebook().of(new LineId("demo"))).isPresent();
    }

    @Test
    void aRestartFindsTheLatestVersionWithItsSecrets() {
        made(desk.change("keeper", 1, FIRST.replace("0010", "0011")));
        var again = desk(SettingsDeskTest::noObjection);
        assertThat(again.version()).isEqualTo(2);
        assertThat(again.current()).isEqualTo(desk.current());
        assertThat(password(again)).isEqualTo("hunter2");
    }

    @Test
    void theArchiveHoldsNoSecretInClear() {
        assertThat(versions.latest().orElseThrow().document())
                .contains("sealed:")
                .doesNotContain("hunter2");
        assertThat(desk.document()).contains("***").doesNotContain("sealed:", "hunter2");
    }

    @Test
    void anExportCanBeEditedAndImportedAgain() {
        made(desk.change("keeper", 1, desk.document().replace("0010", "0011")));
        assertThat(password(desk)).isEqualTo("hunter2");
        assertThat(desk.current().lines().getFirst().number().e164()).endsWith("0011");
    }

    @Test
    void aMaskWithoutAStoredSecretIsRefused() {
        assertThat(fields(desk.change("keeper", 1, desk.document().replace("password", "token"))))
                .containsExactly("channels[0].secrets.token");
    }

    @Test
    void aSealedSecretIsNotTakenFromAKeeper() {
        var stored = versions.latest().orElseThrow().document();
        assertThat(fields(desk.change("keeper", 1, stored))).containsExactly("channels[0].secrets.password");
    }

    @Test
    void whoStartedFromAnOlderVersionIsToldSo() {
        made(desk.change("one", 1, FIRST));
        assertThat(desk.change("other", 1, FIRST)).isEqualTo(new Change.Conflict(2));
    }

    @Test
    void aVersionOfAnotherNodeIsAConflictAndComesIntoForce() {
        var other = desk(SettingsDeskTest::noObjection);
        made(other.change("other", 1, FIRST.replace("0010", "0011")));
        assertThat(desk.change("keeper", 1, FIRST)).isEqualTo(new Change.Conflict(2));
        assertThat(desk.current()).isEqualTo(other.current());
    }

    @Test
    void whatAKindOfChannelObjectsToIsRefused() {
        var strict = desk(
                settings -> settings.lines().size() > 1 ? List.of(new Problem("channels[0]", "a", "b")) : List.of());
        var two = FIRST.replace(
                "channels:", "  - {id: two, number: \"+33639980012\", country: FR, channel: phone}\nchannels:");
        assertThat(fields(strict.change("keeper", 1, two))).containsExactly("channels[0]");
        assertThat(strict.version()).isEqualTo(1);
    }

    @Test
    void listenersHearOfAChangeOnceItIsInForce() {
        var heard = new ArrayList<Settings>();
        desk.onChange(settings -> {
            assertThat(desk.current()).isEqualTo(settings);
            heard.add(settings);
        });
        made(desk.change("keeper", 1, FIRST));
        assertThat(desk.change("keeper", 2, "nothing")).isInstanceOf(Change.Refused.class);
        assertThat(heard).hasSize(1);
    }

    @Test
    void goingBackWritesANewVersionWithTheOldSecrets() {
        made(desk.change("keeper", 1, FIRST.replace("hunter2", "hunter3")));
        made(desk.goBack("keeper", 2, 1));
        assertThat(desk.version()).isEqualTo(3);
        assertThat(password(desk)).isEqualTo("hunter2");
        assertThat(fields(desk.goBack("keeper", 3, 9))).containsExactly("version");
    }

    @Test
    void anotherInstanceKeyIsSaidPlainly() {
        var stranger = new SealedArchive(
                versions,
                new Keyring(new byte[] {
                    1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
                }),
                InstantSource.fixed(Instant.EPOCH));
        assertThatIllegalStateException()
                .isThrownBy(() -> SettingsDesk.open(stranger, kinds(SettingsDeskTest::noObjection), FIRST))
                .withMessageContaining("version 1")
                .withMessageContaining("instance key")
                .withMessageContaining("channels[0].secrets.password");
    }

    @Test
    void ofManyAtOnceOneWins() throws ExecutionException, InterruptedException {
        try (var keepers = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = IntStream.range(0, 20)
                    .mapToObj(i -> keepers.submit(() -> desk.change("keeper " + i, 1, FIRST)))
                    .toList();
            int won = 0;
            for (var change : changes) {
                won += change.get() instanceof Change.Made ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(desk.version()).isEqualTo(2);
    }

    private SettingsDesk desk(Function<Settings, List<Problem>> objections) {
        var clock = InstantSource.fixed(Instant.parse("2026-11-02T21:00:00Z"));
        return SettingsDesk.open(
                new SealedArchive(versions, new Keyring(new byte[Keyring.KEY_LENGTH]), clock),
                kinds(objections),
                FIRST);
    }

    private static SettingsDesk.Kinds kinds(Function<Settings, List<Problem>> objections) {
        return new SettingsDesk.Kinds(objections, _ -> Caps.NONE);
    }

    private static List<Problem> noObjection(Settings settings) {
        assertThat(settings.lines()).isNotEmpty();
        return List.of();
    }

    private static void made(Change change) {
        assertThat(change).isInstanceOf(Change.Made.class);
    }

    private static List<String> fields(Change change) {
        return ((Change.Refused) change).problems().stream().map(Problem::field).toList();
    }

    private static String password(SettingsDesk desk) {
        return desk.current()
                .channels()
                .getFirst()
                .secret("password")
                .map(Secret::reveal)
                .orElseThrow();
    }

    /// Versions in memory.
    private static final class MemoryArchive implements SettingsArchive {
        private final List<Version> versions = new ArrayList<>();

        @Override
        public synchronized Optional<Version> latest() {
            return version(versions.size());
        }

        @Override
        public synchronized Optional<Version> version(int number) {
            return versions.stream()
                    .filter(version -> version.number() == number)
                    .findFirst();
        }

        @Override
        public synchronized List<Version> versions() {
            return List.copyOf(versions.reversed());
        }

        @Override
        public synchronized Optional<Version> append(int expected, String author, Instant at, String document) {
            if (expected != versions.size()) {
                return Optional.empty();
            }
            versions.add(new Version(expected + 1, author, at, document));
            return latest();
        }
    }
}
