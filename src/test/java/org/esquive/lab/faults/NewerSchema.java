package org.esquive.lab.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Rig;

/// F17: an older program meets the ledger of a newer one. A row in the table of migrations stands for the newer
/// schema.
record NewerSchema() implements Fault {
    private static final String NEWER = "insert into flyway_schema_history (installed_rank, version, description, type,"
            + " script, checksum, installed_by, execution_time, success)"
            + " values (999, '999', 'of tomorrow', 'SQL', 'V999__of_tomorrow.sql', 1, 'lab', 1, true)";
    private static final String GONE = "delete from flyway_schema_history where installed_rank = 999";

    @Override
    public String number() {
        return "F17";
    }

    @Override
    public String what() {
        return "the ledger of a newer program (a migration of tomorrow in its history)";
    }

    @Override
    public void strike(Rig rig) throws SQLException {
        Node node = rig.start();
        var _ = rig.text(100, 4);
        rig.awaitRest();
        rig.stop(node);
        rig.history.fault("F17", false, "a newer program was here");
        run(rig, NEWER);
        Node refused = rig.launch(0);
        Optional<String> sentence = refused.refusal(Duration.ofSeconds(60));
        rig.expect(
                sentence.map(said -> "refuses in a sentence: \"" + said.replace(rig.data() + "/", "") + "\"")
                        .orElse("starts, or says more than a sentence"),
                sentence.isPresent());
        if (refused.isAlive()) {
            rig.stop(refused);
        } else {
            rig.gone(refused);
        }
        run(rig, GONE);
        var _ = rig.start();
        var _ = rig.text(50, 2);
    }

    private static void run(Rig rig, String change) throws SQLException {
        try (Connection connection = rig.source().ledger().open();
                Statement statement = connection.createStatement()) {
            int _ = statement.executeUpdate(change);
        }
    }
}
