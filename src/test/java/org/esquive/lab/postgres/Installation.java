package org.esquive.lab.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The PostgreSQL that runs here: where its programs are, and as whom they run.
///
/// PostgreSQL refuses to run as root. Where we are root it gets a user namespace of its own, in which nobody is root;
/// where that is forbidden, as in most containers, it runs as `nobody`, to whom its folder is given.
///
/// @param bin the folder of `initdb` and `postgres`
/// @param identity as whom
record Installation(Path bin, Identity identity) {
    /// A folder of programs to prefer to all others, to test or measure with another version.
    private static final String CHOICE = "ESQUIVE_POSTGRES_BIN";

    private static final int NOBODY = 65_534;
    private static final List<String> PLACES =
            List.of("/usr/lib/postgresql", "/usr/local", "/opt/homebrew/opt", "/usr");

    /// As whom programs run.
    ///
    /// @param prefix what stands before a command
    /// @param owner the number of the user who must own the folder, if that is not ourselves
    record Identity(List<String> prefix, Optional<Integer> owner) {
        static final Identity OURSELVES = new Identity(List.of(), Optional.empty());
        static final Identity NAMESPACE = new Identity(List.of("unshare", "--user", "--ipc"), Optional.empty());
        static final Identity SOMEBODY_ELSE = new Identity(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), Optional.of(NOBODY));

        /// Those to try on this machine, the preferred first.
        static List<Identity> possible() {
            boolean root = System.getProperty("user.name").equals("root");
            return root ? List.of(NAMESPACE, SOMEBODY_ELSE) : List.of(OURSELVES);
        }
    }

    /// The first that works: the chosen one, that of the build, and then those that are installed, newest first.
    ///
    /// @param folder of the server, where programs are unpacked if the folder of the build is closed to `nobody`
    /// @param identities as whom it may run, the preferred first
    static Installation find(Path folder, List<Identity> identities) {
        Stream<Supplier<List<Path>>> sources = Stream.of(
                () -> Optional.ofNullable(System.getenv(CHOICE)).stream()
                        .map(Path::of)
                        .toList(),
                () -> Binaries.in(Path.of("target/postgres").toAbsolutePath()).stream()
                        .toList(),
                () -> Binaries.in(folder).stream().toList(),
                Installation::installed);
        return sources.flatMap(source -> source.get().stream())
                .flatMap(bin -> identities.stream().map(identity -> new Installation(bin, identity)))
                .filter(Installation::works)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no PostgreSQL runs here: install one, or set " + CHOICE + " to its folder"));
    }

    private boolean works() {
        return Files.isExecutable(bin.resolve("initdb")) && Commands.works(command("postgres", "--version"));
    }

    private static List<Path> installed() {
        Stream<Path> versions = PLACES.stream()
                .flatMap(place -> foldersIn(place).stream())
                .sorted(Comparator.reverseOrder())
                .map(version -> version.resolve("bin"));
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(
                        versions,
                        Pattern.compile(File.pathSeparator).splitAsStream(path).map(Path::of))
                .toList();
    }

    private static List<Path> foldersIn(String place) {
        try (Stream<Path> folders = Files.list(Path.of(place))) {
            return folders.toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// A program of this installation with its arguments, ready to run as it must.
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(identity.prefix());
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /// Gives a file or folder, not what is in it, to whom the programs run as.
    void give(Path path) {
        identity.owner().ifPresent(owner -> {
            try {
                Path _ = Files.setAttribute(path, "unix:uid", owner);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
