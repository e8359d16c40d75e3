package org.esquive.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// One thing that a kind of channel or of alert wants to know: what a form has to ask, and what its page in `docs`
/// explains. Its label and hint are words of the kind's own folder, in `words_en.properties` and `words_fr.properties`
/// beside its classes: `option.<name>` and `option.<name>.hint`.
///
/// @param name as in the settings; `<line>` in it stands for the id of each line of the channel
/// @param secret whether it may not be shown
/// @param need whether it must be said
/// @param input what may be said
/// @param usual what holds if nothing is said; empty if nothing does, or if it depends
public record Option(String name, boolean secret, Need need, Input input, String usual) {
    /// Where the id of a line stands in a name.
    public static final String EACH_LINE = "<line>";

    /// Whether something must be said.
    public enum Need {
        REQUIRED,
        /// Not required, and worth asking at once.
        USUAL,
        /// For the few who need it.
        RARE
    }

    /// What may be said.
    public sealed interface Input {
        /// Some words.
        record Words() implements Input {}

        /// An address of the web.
        record Address() implements Input {}

        /// Addresses of mail.
        record Mail() implements Input {}

        /// A phone number in international form.
        record Phone() implements Input {}

        /// A whole number.
        record Whole(int least, int most) implements Input {}

        /// One of some words.
        record OneOf(List<String> words) implements Input {
            public OneOf {
                words = List.copyOf(words);
            }
        }

        /// The id of a line.
        record OwnLine() implements Input {}

        /// A secret that is best made up by a machine, and told to the other side.
        ///
        /// @param coin makes one
        record Coined(Supplier<String> coin) implements Input {}
    }

    /// Words that are required unless [#usual()] or [#rare()] says otherwise.
    public static Option words(String name) {
        return of(name, new Input.Words());
    }

    /// An address of the web.
    public static Option address(String name) {
        return of(name, new Input.Address());
    }

    /// Addresses of mail.
    public static Option mail(String name) {
        return of(name, new Input.Mail());
    }

    /// A line.
    public static Option line(String name) {
        return of(name, new Input.OwnLine());
    }

    /// A whole number with a usual one.
    public static Option whole(String name, int least, int most, int usual) {
        return new Option(name, false, Need.RARE, new Input.Whole(least, most), String.valueOf(usual));
    }

    /// A whole number whose usual one depends on something.
    public static Option whole(String name, int least, int most) {
        return new Option(name, false, Need.RARE, new Input.Whole(least, most), "");
    }

    /// One of some words, the usual one first.
    public static Option oneOf(String name, String... words) {
        return new Option(name, false, Need.RARE, new Input.OneOf(Arrays.asList(words)), words[0]);
    }

    /// A secret.
    public static Option secret(String name) {
        return secret(name, new Input.Words());
    }

    /// A secret of a certain form.
    public static Option secret(String name, Input input) {
        return new Option(name, true, Need.REQUIRED, input, "");
    }

    private static Option of(String name, Input input) {
        return new Option(name, false, Need.REQUIRED, input, "");
    }

    /// The same, not required, and asked at once.
    public Option optional() {
        return new Option(name, secret, Need.USUAL, input, usual);
    }

    /// The same, for the few who need it.
    public Option rare() {
        return new Option(name, secret, Need.RARE, input, usual);
    }

    /// Whether there is one for each line.
    public boolean isOfEachLine() {
        return name.contains(EACH_LINE);
    }

    /// The names of the options among some, or of the secrets.
    public static Set<String> names(Collection<Option> options, boolean secret) {
        return options.stream()
                .filter(option -> option.secret() == secret)
                .map(Option::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
