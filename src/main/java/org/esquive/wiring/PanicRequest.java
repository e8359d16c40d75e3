package org.esquive.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A word left in the data folder for the program that runs there, by whoever owns the folder: `on` stops all
/// replies, `off` lets them leave again. The program answers by removing it.
///
/// @param path where it is left
public record PanicRequest(Path path) {
    private static final String ON = "on";
    private static final String OFF = "off";

    /// The place in a data folder.
    public static PanicRequest in(Path data) {
        return new PanicRequest(data.resolve("panic-request"));
    }

    /// Leaves a request; an older one is forgotten.
    ///
    /// @throws CannotStart if it cannot be written, with what to do
    public void leave(boolean stop) {
        file().write(stop ? ON : OFF);
    }

    /// Whether one is there.
    public boolean isThere() {
        return Files.exists(path);
    }

    /// What is asked, if something is: nothing as long as the word is not written.
    ///
    /// @throws CannotStart if it cannot be read, or is not the owner's alone
    Optional<Boolean> read() {
        return file().read().filter(word -> !word.isEmpty()).map(ON::equals);
    }

    /// Takes it away.
    ///
    /// @return whether it was there
    /// @throws IOException if it cannot be removed
    public boolean remove() throws IOException {
        return Files.deleteIfExists(path);
    }

    private PrivateFile file() {
        return new PrivateFile(path, "The request");
    }
}
