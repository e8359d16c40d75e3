package org.esquive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.esquive.lab.Desk;
import org.esquive.ledger.People.Outcome;
import org.esquive.ledger.Person.Role;
import org.esquive.ledger.Sessions.Session;
import org.esquive.ledger.Sessions.Visit;
import org.esquive.settings.Secret;
import org.junit.jupiter.api.Test;

/// What every ledger promises about the people of the keepers' side and their sessions.
interface PeopleContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Secret APP = new Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    Desk desk();

    @Test
    default void peopleAreKeptUnderTheirNameOverARestart() {
        assertThat(people().all()).isEmpty();
        assertThat(people().add(person("nina", Role.WATCHER))).isEqualTo(Outcome.DONE);
        assertThat(people().add(person("ada", Role.KEEPER))).isEqualTo(Outcome.DONE);
        assertThat(people().add(person("ada", Role.WATCHER))).isEqualTo(Outcome.TAKEN);
        desk().restart();
        assertThat(people().all()).containsExactly(person("ada", Role.KEEPER), person("nina", Role.WATCHER));
        assertThat(people().find("Ada")).isEmpty();
        assertThat(people().setPassword("ada", "{x}new")).isEqualTo(Outcome.DONE);
        assertThat(people().setPassword("eve", "{x}new")).isEqualTo(Outcome.NOBODY);
        assertThat(people().find("ada").orElseThrow().password()).isEqualTo("{x}new");
    }

    @Test
    default void thereIsAlwaysAKeeper() {
        var _ = people().add(person("ada", Role.KEEPER));
        var _ = people().add(person("nina", Role.WATCHER));
        assertThat(people().setRole("ada", Role.WATCHER)).isEqualTo(Outcome.LAST_KEEPER);
        assertThat(people().remove("ada")).isEqualTo(Outcome.LAST_KEEPER);
        assertThat(people().setRole("ada", Role.KEEPER)).isEqualTo(Outcome.DONE);
        assertThat(people().setRole("nina", Role.KEEPER)).isEqualTo(Outcome.DONE);
        assertThat(people().remove("ada")).isEqualTo(Outcome.DONE);
        assertThat(people().remove("ada")).isEqualTo(Outcome.NOBODY);
        assertThat(people().remove("nina")).isEqualTo(Outcome.LAST_KEEPER);
    }

    @Test
    default void thereAreOnlySoMany() {
        for (int i = 0; i < People.MOST; i++) {
            assertThat(people().add(person("p" + i, Role.WATCHER))).isEqualTo(Outcome.DONE);
        }
        assertThat(people().add(person("one-more", Role.WATCHER))).isEqualTo(Outcome.FULL);
    }

    @Test
    default void aCodeIsUsedOnceAndSoAreThoseBeforeIt() {
        var _ = people().add(person("ada", Role.KEEPER));
        assertThat(people().setCodes("ada", APP, 100, List.of("r1", "r2"))).isEqualTo(Outcome.DONE);
        assertThat(people().setCodes("eve", APP, 100, List.of("r1"))).isEqualTo(Outcome.NOBODY);
        desk().restart();
        assertThat(people().find("ada").orElseThrow().codes()).contains(APP);
        assertThat(people().useStep("ada", 100)).as("the one that proved it").isFalse();
        assertThat(people().useStep("ada", 102)).isTrue();
        assertThat(people().useStep("ada", 101)).isFalse();
        assertThat(people().useStep("eve", 103)).isFalse();

        assertThat(people().recoveryLeft("ada")).isEqualTo(2);
        assertThat(people().useRecovery("ada", "r1")).isTrue();
        assertThat(people().useRecovery("ada", "r1")).isFalse();
        assertThat(people().recoveryLeft("ada")).isEqualTo(1);
        assertThat(people().clearCodes("ada")).isEqualTo(Outcome.DONE);
        assertThat(people().find("ada").orElseThrow().codes()).isEmpty();
        assertThat(people().recoveryLeft("ada")).isZero();
    }

    @Test
    default void theSecretOfAnAppIsSealed() {
        var _ = people().add(person("ada", Role.KEEPER));
        var _ = people().setCodes("ada", APP, 1, List.of());
        assertThat(desk().dump()).noneMatch(value -> value.contains(APP.reveal()));
    }

    @Test
    default void aSessionLastsUntilItIsEnded() {
        var _ = people().add(person("ada", Role.KEEPER));
        sessions().open(session("k1", "ada", NOON));
        sessions().open(session("k2", "ada", NOON.plusSeconds(5)));
        desk().restart();
        assertThat(sessions().find("k1")).contains(new Visit(session("k1", "ada", NOON), Role.KEEPER));
        sessions().touch("k1", NOON.plusSeconds(90));
        sessions().touch("k1", NOON.plusSeconds(30));
        assertThat(sessions().of("ada")).extracting(Session::key).containsExactly("k1", "k2");
        assertThat(sessions().of("ada").getFirst().seen()).isEqualTo(NOON.plusSeconds(90));
        assertThat(sessions().end("eve", "k1")).isFalse();
        assertThat(sessions().end("ada", "k1")).isTrue();
        assertThat(sessions().find("k1")).isEmpty();
    }

    @Test
    default void allButOneOfSomebodyCanBeEnded() {
        var _ = people().add(person("ada", Role.KEEPER));
        var _ = people().add(person("nina", Role.WATCHER));
        for (String key : List.of("k1", "k2", "k3")) {
            sessions().open(session(key, "ada", NOON));
        }
        sessions().open(session("k4", "nina", NOON));
        assertThat(sessions().endAll("ada", "k2")).isEqualTo(2);
        assertThat(sessions().of("ada")).extracting(Session::key).containsExactly("k2");
        var _ = people().remove("nina");
        assertThat(sessions().find("k4")).as("whoever is gone is out").isEmpty();
        assertThat(sessions().of("nina")).isEmpty();
    }

    @Test
    default void theSessionNotSeenForLongestGivesWay() {
        var _ = people().add(person("ada", Role.KEEPER));
        for (int i = 0; i <= Sessions.MOST; i++) {
            sessions().open(session("k" + i, "ada", NOON.plusSeconds(i)));
        }
        assertThat(sessions().of("ada")).hasSize(Sessions.MOST);
        assertThat(sessions().find("k0")).isEmpty();
        sessions().forget(NOON.plusSeconds(10), Instant.EPOCH);
        assertThat(sessions().find("k9")).isEmpty();
        assertThat(sessions().find("k10")).isPresent();
        sessions().forget(Instant.EPOCH, NOON.plusSeconds(11));
        assertThat(sessions().find("k10")).isEmpty();
    }

    private People people() {
        return desk().ledger().office().people();
    }

    private Sessions sessions() {
        return desk().ledger().office().sessions();
    }

    private static Person person(String name, Role role) {
        return new Person(name, role, "{x}hash", Optional.empty(), NOON);
    }

    private static Session session(String key, String person, Instant at) {
        return new Session(key, person, at, at, "Firefox");
    }
}
