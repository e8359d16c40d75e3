package org.esquive.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.esquive.wiring.PeopleOrder.Answer;

/// Some words left in the data folder for the program that runs there, by whoever owns the folder, and its answer.
/// The program answers first, then removes the words.
///
/// @param words where they are left
/// @param answer where the answer is
public record PeopleRequest(Path words, Path answer) {

    /// The places in a data folder.
    public static PeopleRequest in(Path data) {
        return new PeopleRequest(data.resolve("people-request"), data.resolve("people-answer"));
    }

    /// Leaves a request; an older one, and its answer, are forgotten.
    ///
    /// @throws IOException if the old answer cannot be removed
    /// @throws CannotStart if it cannot be written, with what to do
    public void leave(List<String> asked) throws IOException {
        boolean _ = Files.deleteIfExists(answer);
        file(words).write(String.join(" ", asked));
    }

    /// Whether one is there that is not answered yet.
    public boolean isThere() {
        return Files.exists(words);
    }

    /// Takes it back.
    ///
    /// @return whether it was still there
    /// @throws IOException if it cannot be removed
    public boolean takeBack() throws IOException {
        return Files.deleteIfExists(words);
    }

    /// The answer, once the request is gone; it is there once.
    ///
    /// @throws IOException if it cannot be read
    /// @throws CannotStart if it is not the owner's alone
    public Answer takeAnswer() throws IOException {
        String whole =
                file(answer).read().orElseThrow(() -> new IOException("the program left no answer; see its log"));
        Files.delete(answer);
        return Answer.of(whole);
    }

    /// What is asked, if something is: nothing as long as the words are not written.
    ///
    /// @throws CannotStart if it cannot be read, or is not the owner's alone
    Optional<List<String>> read() {
        return file(words).read().filter(line -> !line.isEmpty()).map(line -> List.of(line.split(" ")));
    }

    /// Answers it.
    ///
    /// @throws IOException if the request cannot be removed
    /// @throws CannotStart if the answer cannot be written
    void answer(Answer given) throws IOException {
        file(answer).write(given.written());
        boolean _ = takeBack();
    }

    /// Forgets what a command left that nobody waits for any more.
    ///
    /// @throws IOException if it cannot be removed
    void clear() throws IOException {
        boolean _ = Files.deleteIfExists(words);
        boolean _ = Files.deleteIfExists(answer);
    }

    private static PrivateFile file(Path path) {
        return new PrivateFile(path, "The request");
    }
}
