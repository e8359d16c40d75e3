package org.esquive.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.esquive.ledger.Books;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.WrongKey;
import org.esquive.ledger.postgres.PostgresLedger;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.springframework.beans.support.ResourceEditorRegistrar;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

/// Where an Esquive keeps what it must not lose: a file in its data folder, or a database that nodes share.
///
/// @param properties what the process was told
/// @param key what opens it
record Installation(EsquiveProperties properties, InstanceKey key) {
    /// Where demonstrations are kept, which never use a shared database.
    private static final Path DEMONSTRATION = Path.of(".esquive", "demo");

    /// @throws CannotStart if the key cannot be used, with what to do
    static Installation of(EsquiveProperties properties) {
        boolean exists = !properties.isShared() && Files.exists(properties.ledgerFile());
        return new Installation(properties, InstanceKey.load(properties.keyFile(), exists));
    }

    /// What a command is told: the same as the program, from the file beside it and the environment.
    ///
    /// @param data the folder that the command was given
    static EsquiveProperties told(Path data) {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        Map<String, Object> given = data.endsWith(DEMONSTRATION)
                ? Map.of("esquive.data", data.toString(), "esquive.demo", true)
                : Map.of("esquive.data", data.toString());
        environment.getPropertySources().addFirst(new MapPropertySource("command", given));
        ConfigurationPropertySources.attach(environment);
        return new Binder(
                        ConfigurationPropertySources.get(environment),
                        new PropertySourcesPlaceholdersResolver(environment),
                        null,
                        new ResourceEditorRegistrar(new DefaultResourceLoader(), environment)::registerCustomEditors)
                .bindOrCreate("esquive", EsquiveProperties.class);
    }

    /// Opens the ledger to take texts and to send.
    Ledger open(InstantSource clock) {
        return unlessKeyIsWrong(
                () -> properties.isShared() ? join(clock) : SqliteLedger.open(properties.ledgerFile(), keyring()));
    }

    /// The folder is there even so: commands leave their requests in it.
    private Ledger join(InstantSource clock) {
        try {
            Path _ = Files.createDirectories(properties.data());
        } catch (IOException failure) {
            throw new CannotStart(
                    "The data folder %s cannot be made: check the owner of the folder above."
                            .formatted(properties.data()),
                    failure);
        }
        LastRun lastRun = LastRun.in(properties.data());
        PostgresLedger.Opener opener = new PostgresLedger.Opener(machine(), version(), clock, lastRun);
        return PostgresLedger.open(properties.database().access(), keyring(), opener);
    }

    /// Has a command work with the books, and closes them again. Where nodes share them they may run meanwhile.
    <T> T visit(Function<Books, T> work) {
        try (Books books = unlessKeyIsWrong(() -> properties.isShared()
                ? PostgresLedger.visit(properties.database().access(), keyring())
                : SqliteLedger.open(properties.ledgerFile(), keyring()))) {
            return work.apply(books);
        }
    }

    Keyring keyring() {
        return key.keyring();
    }

    /// Opens something.
    private interface Opening<B extends Books> {
        B open();
    }

    private <B extends Books> B unlessKeyIsWrong(Opening<B> opening) {
        try {
            return opening.open();
        } catch (WrongKey wrong) {
            key.takeBack();
            throw wrong;
        }
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unknown) {
            return "unnamed";
        }
    }

    private static String version() {
        return Optional.ofNullable(Installation.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
