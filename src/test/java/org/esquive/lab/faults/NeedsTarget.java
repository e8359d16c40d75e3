package org.esquive.lab.faults;

import java.util.Optional;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Rig;

/// The place of a fault that asks for another target than one node on SQLite.
record NeedsTarget(String number, String what, String needs) implements Fault {
    @Override
    public Optional<String> missing(Machine machine) {
        return Optional.of("needs the target " + needs);
    }

    @Override
    public void strike(Rig rig) {
        throw new IllegalStateException("it is left out");
    }
}
