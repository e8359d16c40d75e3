package org.esquive.lab.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.esquive.lab.faults.rig.FalseClock;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Setup;

/// F6: the clock of the machine jumps while the program runs; what counts time evenly goes on. People who had their
/// five answers get no sixth, and a budget that is used up is not renewed.
///
/// @param what is done
/// @param begins what time it is at first
/// @param jump how far it jumps; zero for the end of summer time, which begins three seconds later
record ClockJump(String what, Instant begins, Duration jump) implements Fault {
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final Instant WINTER = Instant.parse("2026-10-25T00:59:40Z");
    private static final Duration NOTICED = Duration.ofSeconds(3);
    private static final Duration FOR_ALERT = Duration.ofMinutes(5);
    private static final int BUDGET = 500;
    private static final int PEOPLE = 80;

    static List<Fault> all() {
        return List.of(
                new ClockJump("the clock jumps an hour ahead", NOON, Duration.ofHours(1)),
                new ClockJump("the clock jumps an hour back", NOON, Duration.ofHours(-1)),
                new ClockJump("the clock jumps ten years ahead", NOON, Duration.ofDays(3_652)),
                new ClockJump("the clock jumps forty days back", NOON, Duration.ofDays(-40)),
                new ClockJump("summer time ends", WINTER, Duration.ZERO));
    }

    @Override
    public String number() {
        return "F6";
    }

    @Override
    public Optional<String> missing(Machine machine) {
        return Fault.needsCompiler(machine);
    }

    @Override
    public Setup setup() {
        return Setup.USUAL
                .limited("replies-per-minute", Integer.toString(BUDGET))
                .limited("replies-per-day", Integer.toString(BUDGET));
    }

    @Override
    public void strike(Rig rig) throws SQLException {
        FalseClock clock = new FalseClock(rig.folder(), Machine.here());
        Duration offset = Duration.between(Instant.now(), begins);
        clock.ahead(offset);
        rig.wear(clock.dress());
        Node node = rig.start();
        List<String> people = rig.text(PEOPLE, 5);
        rig.awaitRest();
        rig.history.fault("F6", true, what);
        if (jump.isZero()) {
            Patience.pass(Duration.ofSeconds(25));
        } else {
            clock.ahead(offset.plus(jump));
            rig.history.add("clock", "\"jump_ms\":" + jump.toMillis());
            Patience.pass(NOTICED);
        }
        rig.text(people, 2);
        rig.awaitRest();
        var _ = rig.text(PEOPLE, 5);
        rig.awaitRest();
        rig.expect("replies " + rig.carrier.replies() + " of a day's " + BUDGET, rig.carrier.replies() <= BUDGET);
        if (jump.abs().compareTo(FOR_ALERT) > 0) {
            rig.expect("keepers are told", alerts(rig) > 0);
        }
        rig.expect("alive", node.isAlive());
    }

    private static long alerts(Rig rig) throws SQLException {
        try (Connection connection = rig.source().ledger().open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from alert where kind = 'CLOCK'")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
