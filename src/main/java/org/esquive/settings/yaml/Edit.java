package org.esquive.settings.yaml;

import java.util.List;

/// One change of a [Draft]: what shall stand at a path, or that nothing shall. What somebody changed in a form is a few
/// of these, which can be laid on a newer version that somebody else wrote meanwhile.
public sealed interface Edit {

    /// Where, such as `lines/demo/delay`.
    String path();

    /// One word.
    ///
    /// @param word what shall stand there; may be empty
    record Put(String path, String word) implements Edit {
        /// Without the word: it may be a secret.
        @Override
        public String toString() {
            return "Put[path=" + path + "]";
        }
    }

    /// A list of words.
    ///
    /// @param words what shall stand there; none is as good as nothing
    record PutAll(String path, List<String> words) implements Edit {
        public PutAll {
            words = List.copyOf(words);
        }
    }

    /// Nothing, neither there nor below.
    record Remove(String path) implements Edit {}

    /// Whether both speak of the same place, or one of a place below the other's.
    default boolean meets(Edit other) {
        return path().equals(other.path())
                || path().startsWith(other.path() + "/")
                || other.path().startsWith(path() + "/");
    }
}
