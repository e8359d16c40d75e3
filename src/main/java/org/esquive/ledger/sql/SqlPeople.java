package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.People;
import org.esquive.ledger.Person;
import org.esquive.settings.Secret;
import org.jspecify.annotations.Nullable;

/// Who may come in.
record SqlPeople(Database database, Keyring keyring) implements People {
    private static final String ALL =
            "select name, role, password, codes, since from person order by name limit " + MOST;

    private static final String ONE = "select name, role, password, codes, since from person where name = ?";

    private static final String COUNT = "select count(*) from person";

    /// Another node may be about to add the same name; then it is taken.
    private static final String ADD = """
            insert into person (name, role, password, codes, last_step, since) values (?, ?, ?, ?, 0, ?)
            on conflict (name) do nothing""";

    private static final String OTHER_KEEPER = "select 1 from person where role = 'KEEPER' and name <> ? limit 1";

    private static final String SET_ROLE = "update person set role = ? where name = ?";

    private static final String SET_PASSWORD = "update person set password = ? where name = ?";

    private static final String SET_CODES = "update person set codes = ?, last_step = ? where name = ?";

    private static final String USE_STEP = "update person set last_step = ? where name = ? and last_step < ?";

    private static final String REMOVE = "delete from person where name = ?";

    private static final String END_SESSIONS = "delete from session where person = ?";

    private static final String ADD_RECOVERY = "insert into recovery_code (person, hash) values (?, ?)";

    private static final String USE_RECOVERY = "delete from recovery_code where person = ? and hash = ?";

    private static final String CLEAR_RECOVERY = "delete from recovery_code where person = ?";

    private static final String COUNT_RECOVERY = "select count(*) from recovery_code where person = ?";

    @Override
    public List<Person> all() {
        return database.read(sql -> sql.all(ALL, this::person));
    }

    @Override
    public Optional<Person> find(String name) {
        return database.read(sql -> sql.first(ONE, this::person, name));
    }

    @Override
    public Outcome add(Person person) {
        return database.write(sql -> {
            if (sql.any(ONE, person.name())) {
                return Outcome.TAKEN;
            }
            if (sql.first(COUNT, row -> row.getInt(1)).orElse(0) >= MOST) {
                return Outcome.FULL;
            }
            int added = sql.change(
                    ADD,
                    person.name(),
                    person.role().name(),
                    person.password(),
                    sealed(person.codes()),
                    person.since().toEpochMilli());
            return added == 1 ? Outcome.DONE : Outcome.TAKEN;
        });
    }

    @Override
    public Outcome setRole(String name, Person.Role role) {
        return database.write(sql -> {
            if (role != Person.Role.KEEPER && isLastKeeper(sql, name)) {
                return Outcome.LAST_KEEPER;
            }
            return outcome(sql.change(SET_ROLE, role.name(), name));
        });
    }

    @Override
    public Outcome setPassword(String name, String hash) {
        return database.write(sql -> outcome(sql.change(SET_PASSWORD, hash, name)));
    }

    @Override
    public Outcome remove(String name) {
        return database.write(sql -> {
            if (isLastKeeper(sql, name)) {
                return Outcome.LAST_KEEPER;
            }
            int _ = sql.change(END_SESSIONS, name);
            int _ = sql.change(CLEAR_RECOVERY, name);
            return outcome(sql.change(REMOVE, name));
        });
    }

    @Override
    public Outcome setCodes(String name, Secret secret, long step, Collection<String> recovery) {
        return database.write(sql -> {
            int changed = sql.change(SET_CODES, sealed(Optional.of(secret)), step, name);
            int _ = sql.change(CLEAR_RECOVERY, name);
            for (String hash : changed == 0 ? List.<String>of() : recovery) {
                sql.pile(ADD_RECOVERY, name, hash);
            }
            sql.flush(ADD_RECOVERY);
            return outcome(changed);
        });
    }

    @Override
    public Outcome clearCodes(String name) {
        return database.write(sql -> {
            int _ = sql.change(CLEAR_RECOVERY, name);
            return outcome(sql.change(SET_CODES, null, 0L, name));
        });
    }

    @Override
    public boolean useStep(String name, long step) {
        return database.write(sql -> sql.change(USE_STEP, step, name, step)) == 1;
    }

    @Override
    public boolean useRecovery(String name, String hash) {
        return database.write(sql -> sql.change(USE_RECOVERY, name, hash)) == 1;
    }

    @Override
    public int recoveryLeft(String name) {
        return database.read(sql -> sql.first(COUNT_RECOVERY, row -> row.getInt(1), name))
                .orElse(0);
    }

    private boolean isLastKeeper(Sql sql, String name) throws SQLException {
        boolean keeper =
                sql.first(ONE, this::person, name).filter(Person::isKeeper).isPresent();
        return keeper && !sql.any(OTHER_KEEPER, name);
    }

    private static Outcome outcome(int changed) {
        return changed == 1 ? Outcome.DONE : Outcome.NOBODY;
    }

    private byte @Nullable [] sealed(Optional<Secret> secret) {
        return secret.isPresent() ? keyring.seal(secret.get().reveal()) : null;
    }

    private Person person(ResultSet row) throws SQLException {
        Optional<Secret> codes =
                Optional.ofNullable(row.getBytes(4)).map(keyring::open).map(Secret::new);
        return new Person(
                row.getString(1), Person.Role.valueOf(row.getString(2)), row.getString(3), codes, instant(row, 5));
    }
}
