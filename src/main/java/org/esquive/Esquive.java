package org.esquive;

import java.util.Arrays;
import org.esquive.wiring.Start;
import org.esquive.wiring.Training;

/// Starts the program, and nothing else.
public final class Esquive {
    private Esquive() {}

    /// @param arguments `demo` or `run`, then options such as `--esquive.data=folder`
    public static void main(String... arguments) throws InterruptedException {
        if (System.getenv("ESQUIVE_TRAIN") != null) {
            Training.run();
            return;
        }
        boolean demo = arguments.length > 0 && arguments[0].equals("demo");
        String[] options = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .toArray(String[]::new);
        try {
            var _ = Start.run(demo, options);
        } catch (RuntimeException failure) {
            Start.explain(failure, System.err);
            System.exit(1);
        }
    }
}
