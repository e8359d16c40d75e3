package org.esquive.lab.faults.rig;

import java.io.IOException;
import java.nio.file.Path;
import org.esquive.lab.storm.Journalled;
import org.esquive.ledger.Ledger;
import org.esquive.wiring.Start;
import org.esquive.wiring.Wiring;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The program under the profile of the lab: all of it, wired as `./esquive run` wires it, but that each reply
/// begins with the first word of the text it answers, and a journal says which text was given which id. It runs
/// until its input ends, so that it never outlives whoever started it.
public final class LabProgram {
    /// The system property that says where the journal is.
    static final String JOURNAL = "lab.journal";

    /// The variable of the environment that has the ledger throw at a text whose second word is [#POISON_WORD].
    public static final String POISON = "LAB_POISON";

    public static final String POISON_WORD = "poison";

    private static final int CANNOT = 1;

    private LabProgram() {}

    /// @param options as the program takes them
    public static void main(String... options) throws IOException {
        SpringApplication application = new SpringApplication(Wiring.class);
        application.setMainApplicationClass(Start.class);
        Path journal = Path.of(System.getProperty(JOURNAL));
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new Journalling(journal)));
        try (ConfigurableApplicationContext _ = application.run(options)) {
            while (System.in.read() >= 0) {
                // Nothing is said to it; it waits for the end.
            }
        } catch (RuntimeException failure) {
            cannot(failure);
        }
        System.exit(0);
    }

    /// What a keeper would read, as the commands of the program say it.
    private static void cannot(RuntimeException failure) {
        Start.sentence(failure)
                .ifPresentOrElse(said -> System.err.println("esquive: " + said), failure::printStackTrace);
        System.exit(CANNOT);
    }

    /// Puts the journal round the ledger.
    private record Journalling(Path journal) implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Ledger ledger ? new Journalled(ledger, journal, poison()) : bean;
        }

        /// The end of a text that cannot be stored; empty if there is no such text.
        private static String poison() {
            return System.getenv(POISON) == null ? "" : " " + POISON_WORD;
        }
    }
}
