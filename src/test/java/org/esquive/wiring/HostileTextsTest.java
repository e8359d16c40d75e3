package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.esquive.lab.Vectors;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Wording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// Hostile words as texts: what is taken comes back byte for byte and is shown as words, what is not is refused with
/// its
/// reason and stays in its field.
@SpringBootTest(classes = Wiring.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("slow")
class HostileTextsTest {
    private static final String PAGE = "/console/texts?language=fr";
    private static final List<String> STEPS =
            List.of("ladder1", "ladder2", "ladder3", "ladder4", "ladder5", "help", "stop", "start", "cover");
    private static final Pattern BUBBLE = Pattern.compile("<p class=\"bubble ours\"[^>]*>(.*?)</p>", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("=\"[^\"]*\"");
    private static final Pattern TAG = Pattern.compile("</?mark>");

    @TempDir
    static Path data;

    @Autowired
    ApplicationContext context;

    private static @Nullable Program signedIn;

    private Program program;

    @DynamicPropertySource
    static void start(DynamicPropertyRegistry registry) {
        registry.add("esquive.data", data::toString);
        registry.add("esquive.first", () -> "classpath:web/studio.yaml");
        registry.add("esquive.keepers.port", () -> 0);
    }

    /// Signed in once: the door lets in ten a minute.
    @BeforeEach
    void open() throws Exception {
        if (signedIn == null) {
            signedIn = Program.of(context);
            var _ = signedIn.signIn(context.getBean(KeeperAccount.class).fresh().orElseThrow());
        }
        program = signedIn;
    }

    @AfterAll
    static void close() {
        if (signedIn != null) {
            signedIn.close();
        }
    }

    /// Every row, as a browser can send it: half a character arrives as U+FFFD.
    private static List<String> texts() {
        return Vectors.of("hostile_text").map(row -> text(row.getPayload())).toList();
    }

    private static String text(JsonNode row) {
        return row.has("text")
                ? row.path("text").asString()
                : new String(HexFormat.of().parseHex(row.path("utf16be_hex").asString()), StandardCharsets.UTF_16BE);
    }

    private static boolean isTaken(String text) {
        return Wording.of(text).stream().noneMatch(Wording.Remark::isProblem);
    }

    @Test
    void whatIsTakenComesBackByteForByteAndIsShownAsWords() throws Exception {
        List<String> taken = texts().stream().filter(HostileTextsTest::isTaken).toList();
        assertThat(taken).hasSizeGreaterThan(150);
        for (int from = 0; from < taken.size(); from += STEPS.size()) {
            Map<String, String> form = form();
            for (int i = 0; i < STEPS.size(); i++) {
                form.put(STEPS.get(i), taken.get((from + i) % taken.size()));
            }
            assertThat(program.postForm("/console/texts", Forms.encoded(form)).statusCode())
                    .as("%s", form)
                    .isEqualTo(302);
            assertThat(stored())
                    .containsExactlyElementsOf(STEPS.stream().map(form::get).toList());
            String page = program.onKeepers(PAGE).body();
            assertThat(Forms.areas(page)).containsAllEntriesOf(only(form));
            assertThat(bubbles(page)).containsAll(only(form).values());
            assertInert(page);
            assertInert(program.onKeepers("/console/texts/history?language=fr").body());
        }
    }

    @Test
    void whatIsNotTakenIsRefusedWithItsReasonAndStaysInItsField() throws Exception {
        List<String> refused = texts().stream().filter(text -> !isTaken(text)).toList();
        assertThat(refused).isNotEmpty();
        for (String text : refused) {
            Map<String, String> form = form();
            form.put("ladder1", text);
            var answer = program.postForm("/console/texts", Forms.encoded(form));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("Not every text can be sent like this", "class=\"wrong\"");
            assertThat(Forms.areas(answer.body())).containsEntry("ladder1", text);
            assertInert(answer.body());
        }
    }

    @Test
    void halfACharacterIsRefusedWhateverWayItComes() {
        assertThat(Wording.of("\ud83d")).containsExactly(Wording.Remark.UNSHOWABLE, Wording.Remark.OUTSIDE_ALPHABET);
    }

    private Map<String, String> form() throws Exception {
        String page = program.onKeepers(PAGE).body();
        Map<String, String> form = new HashMap<>(Forms.areas(page));
        for (String hidden : new String[] {"_csrf", "line", "language", "version", "base"}) {
            form.put(hidden, Forms.hidden(page.substring(page.indexOf("id=\"texts\"")), hidden));
        }
        return form;
    }

    private static Map<String, String> only(Map<String, String> form) {
        return form.entrySet().stream()
                .filter(field -> STEPS.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<String> stored() {
        ReplyTexts texts = context.getBean(SettingsDesk.class).current().texts().get("fr");
        List<String> stored = new ArrayList<>(texts.ladder());
        stored.addAll(
                List.of(texts.help(), texts.stop(), texts.start(), texts.cover().orElseThrow()));
        return stored;
    }

    private static List<String> bubbles(String page) {
        return BUBBLE.matcher(page)
                .results()
                .map(bubble -> Forms.text(TAG.matcher(bubble.group(1)).replaceAll("")))
                .toList();
    }

    /// The page has its own script and no other, and no handler, frame, picture or style.
    private static void assertInert(String page) {
        assertThat(page.toLowerCase(Locale.ROOT).split("<script", -1)).hasSizeLessThanOrEqualTo(2);
        assertThat(page).doesNotContainPattern("(?i)<(img|iframe|object|embed|style|base|video|audio|marquee)\\b");
        assertThat(VALUE.matcher(page).replaceAll("")).doesNotContainPattern("<[a-z][^<>]*\\son[a-z]+");
    }
}
