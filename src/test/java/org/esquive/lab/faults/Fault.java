package org.esquive.lab.faults;

import java.util.Optional;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Setup;

/// Something that goes wrong, as a row of the table. A new one is one class and one line of the [Catalogue].
public interface Fault {
    /// Its number in the catalogue of `docs/faults.md`, such as `F1`.
    String number();

    /// What is done, in a few words.
    String what();

    /// Why it cannot be done on this machine; empty if it can.
    default Optional<String> missing(Machine machine) {
        return Optional.empty();
    }

    /// The settings that the program has meanwhile.
    default Setup setup() {
        return Setup.USUAL;
    }

    /// Does it, and notes what it sees. What is still under way afterwards is let come to rest, and judged.
    void strike(Rig rig) throws Exception;

    /// What a fault that needs the disk of the lab asks of a machine.
    static Optional<String> needsCompiler(Machine machine) {
        return machine.compiler().isPresent() ? Optional.empty() : Optional.of("needs a C compiler (gcc)");
    }
}
