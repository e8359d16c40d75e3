package org.esquive.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.esquive.ledger.Deed;
import org.esquive.ledger.Person;
import org.esquive.ledger.ReplyState;
import org.esquive.policy.Decision;
import org.esquive.policy.Hold;
import org.esquive.policy.Reason;
import org.esquive.settings.Cap;
import org.esquive.settings.Line;
import org.junit.jupiter.api.Test;

/// The pages say everything in both languages.
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");

    private static Properties read(String language) throws IOException {
        Properties messages = new Properties();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(each -> each.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                messages.load(new StringReader(Files.readString(file, UTF_8)));
            }
        }
        return messages;
    }

    @Test
    void bothLanguagesHaveTheSameMessages() throws IOException {
        assertThat(read("fr").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(read("en").stringPropertyNames());
    }

    @Test
    void everythingThatIsStoredHasWords() throws IOException {
        Stream<String> stored = Stream.of(
                        names("reason.", Reason.values()),
                        names("state.", ReplyState.values()),
                        names("answer.", Decision.Answer.values()),
                        names("line.", Line.Status.values()),
                        names("hold.", Hold.Cause.values()),
                        names("hold.", Hold.Scope.values()),
                        names("cap.", Cap.values()),
                        names("audit.", Deed.values()),
                        names("role.", Person.Role.values()))
                .flatMap(names -> names);
        assertThat(read("en").stringPropertyNames()).containsAll(stored.toList());
    }

    @Test
    void everyHoldSaysWhatToDo() throws IOException {
        Stream<String> advice = Stream.of("limit", "people", "price", "flood", "noticed", "breaker", "status", "panic")
                .map("hold.do."::concat);
        Stream<String> ways = Stream.of("console", "person", "command", "file", "settings", "phone")
                .map("panic.by."::concat);
        assertThat(read("en").stringPropertyNames())
                .containsAll(advice.toList())
                .containsAll(ways.toList());
    }

    private static Stream<String> names(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }
}
