package org.esquive.lab.faults;

import java.time.Duration;
import java.util.Optional;
import org.esquive.lab.faults.rig.Database;
import org.esquive.lab.faults.rig.Dress;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Rig;

/// F5 at the start: the database is not there, or lets nobody in, or forbids what the program needs.
record DatabaseRefuses(How how) implements Fault {
    /// In which way.
    enum How {
        STOPPED("is stopped"),
        NAMELESS("does not exist"),
        WRONG_PASSWORD("refuses the password"),
        NO_RIGHTS("lets its user make no tables");

        private final String words;

        How(String words) {
            this.words = words;
        }
    }

    @Override
    public String number() {
        return "F5";
    }

    @Override
    public String what() {
        return "the database " + how.words + ", at the first start";
    }

    @Override
    public void strike(Rig rig) {
        Database database = rig.database();
        harm(rig, database);
        Node refused = rig.launch(0);
        Optional<String> sentence = refused.refusal(Duration.ofSeconds(60));
        rig.expect(
                sentence.map(said -> "refuses in a sentence: \"" + said + "\"")
                        .orElse("starts, or says more than a sentence"),
                sentence.isPresent());
        if (refused.isAlive()) {
            rig.stop(refused);
        } else {
            rig.gone(refused);
        }
        mend(rig, database);
        var _ = rig.startAll();
        var _ = rig.text(100, 4);
    }

    private void harm(Rig rig, Database database) {
        switch (how) {
            case STOPPED -> database.server().stop();
            case NAMELESS ->
                rig.wear(Dress.PLAIN.and(
                        "ESQUIVE_DATABASE_URL", database.server().url("nobody_made_it")));
            case WRONG_PASSWORD -> rig.wear(Dress.PLAIN.and("ESQUIVE_DATABASE_PASSWORD", "wrong"));
            case NO_RIGHTS -> own(database, "postgres");
        }
    }

    private void mend(Rig rig, Database database) {
        switch (how) {
            case STOPPED -> database.server().startAgain();
            case NAMELESS, WRONG_PASSWORD -> rig.wear(Dress.PLAIN);
            case NO_RIGHTS -> own(database, database.server().user());
        }
    }

    private static void own(Database database, String owner) {
        database.server().administer("alter database " + database.name() + " owner to " + owner);
    }
}
