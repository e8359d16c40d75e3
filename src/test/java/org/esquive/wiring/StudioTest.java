package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.ledger.Ledger;
import org.esquive.settings.Change;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.yaml.ShippedTexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Writing texts in the console, on the whole program.
@SpringBootTest(classes = Wiring.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("slow")
class StudioTest {
    private static final String PAGE = "/console/texts";

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

    @AfterEach
    void backToTheShippedTexts() {
        var _ = desk().adopt("test", desk().document().replaceAll("(?s)\ntexts:.*?(?=\n[a-z])", ""));
    }

    private SettingsDesk desk() {
        return context.getBean(SettingsDesk.class);
    }

    private ReplyTexts own(String language) {
        return desk().current().texts().get(language);
    }

    private static ReplyTexts shipped(String language) {
        return ShippedTexts.load().get(language);
    }

    private String page(String language) throws Exception {
        return program.onKeepers(PAGE + "?language=" + language).body();
    }

    /// The fields of a page, as the form would send them.
    private static Map<String, String> form(String page) {
        Map<String, String> form = new HashMap<>(Forms.areas(page));
        for (String hidden : new String[] {"_csrf", "line", "language", "version", "base"}) {
            form.put(hidden, Forms.hidden(page.substring(page.indexOf("id=\"texts\"")), hidden));
        }
        return form;
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        return program.postForm(path, Forms.encoded(form));
    }

    /// The page that an answer leads to.
    private String followed(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(302);
        String path = answer.headers().firstValue("Location").orElseThrow();
        return program.onKeepers(path.substring(path.indexOf("/console"))).body();
    }

    /// Changes one field of a page and saves.
    private HttpResponse<String> save(String page, String field, String text) throws Exception {
        Map<String, String> form = form(page);
        form.put(field, text);
        return post(PAGE, form);
    }

    private AuditLog.Entry lastDeed() {
        return context.getBean(Ledger.class)
                .office()
                .audit()
                .latest(Long.MAX_VALUE, 1)
                .getFirst();
    }

    @Test
    void thePageShowsEveryTextWithWhatItTakes() throws Exception {
        String page = page("fr");
        assertThat(Forms.areas(page))
                .containsEntry("ladder1", shipped("fr").rung(1))
                .containsEntry("ladder5", shipped("fr").rung(5))
                .containsEntry("help", shipped("fr").help())
                .containsEntry("cover", shipped("fr").cover().orElseThrow());
        assertThat(page)
                .contains("as shipped", "156 of 160", "76.27\u00a0EUR for 1,000 replies", "20 min to 70 min later");
    }

    @Test
    void aSavedTextIsANewVersionWithItsAuthorAndLeavesEverythingElseAlone() throws Exception {
        int before = desk().version();
        var settings = desk().current();
        String after = followed(save(page("fr"), "ladder2", "Merci d'en rester là."));
        assertThat(desk().version()).isEqualTo(before + 1);
        assertThat(own("fr").rung(2)).isEqualTo("Merci d'en rester là.");
        assertThat(own("fr").rung(1)).isEqualTo(shipped("fr").rung(1));
        assertThat(desk().current().keepers()).as("secrets too").isEqualTo(settings.keepers());
        assertThat(desk().current().lines()).isEqualTo(settings.lines());
        assertThat(desk().versions().getFirst().author()).isEqualTo("keeper");
        assertThat(lastDeed().deed()).isEqualTo(Deed.SETTINGS_CHANGED);
        assertThat(lastDeed().about()).isEqualTo("texts fr, version " + (before + 1));
        assertThat(after).contains("Saved as version " + (before + 1), "Undo");
    }

    @Test
    void aSavedTextIsUndoneWithOneClick() throws Exception {
        String page = followed(save(page("fr"), "ladder2", "Autre chose."));
        String back = followed(post(
                PAGE + "/back",
                Map.of(
                        "_csrf", Forms.hidden(page, "_csrf"),
                        "line", "demo",
                        "language", "fr",
                        "version", Forms.hidden(page, "version"),
                        "to", Forms.hidden(page, "to"))));
        assertThat(desk().current().texts()).doesNotContainKey("fr");
        assertThat(lastDeed().deed()).isEqualTo(Deed.SETTINGS_TAKEN_BACK);
        assertThat(back).contains("Brought back, as version").contains("as shipped");
    }

    @Test
    void savingWhatIsThereAlreadySavesNothing() throws Exception {
        int before = desk().version();
        String after = followed(save(page("de"), "help", shipped("de").help()));
        assertThat(desk().version()).isEqualTo(before);
        assertThat(after).contains("Nothing had changed");
    }

    @Test
    void ofTwoKeepersTheSecondSeesWhatTheOtherWroteAndLosesNothing() throws Exception {
        String first = page("fr");
        String second = page("fr");
        var _ = followed(save(first, "ladder1", "Le premier a dit STOP."));
        Map<String, String> form = form(second);
        form.put("ladder1", "Le second a dit STOP.");
        form.put("help", "Une aide.");
        var refused = post(PAGE, form);
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .contains("Not saved yet: keeper changed these texts", "Le premier a dit STOP.", "Take theirs");
        assertThat(Forms.areas(refused.body()))
                .containsEntry("ladder1", "Le second a dit STOP.")
                .containsEntry("help", "Une aide.");
        assertThat(own("fr").rung(1)).isEqualTo("Le premier a dit STOP.");

        Map<String, String> again = form(refused.body());
        again.put("step", "ladder1");
        var taken = post(PAGE + "/theirs", again);
        assertThat(Forms.areas(taken.body()))
                .containsEntry("ladder1", "Le premier a dit STOP.")
                .containsEntry("help", "Une aide.");
        assertThat(taken.body()).contains("You changed other texts than they did.");

        var _ = followed(post(PAGE, form(refused.body())));
        assertThat(own("fr").rung(1)).isEqualTo("Le second a dit STOP.");
        assertThat(own("fr").help()).isEqualTo("Une aide.");
    }

    @Test
    void aTextThatWasNotTouchedTakesWhatTheOtherWrote() throws Exception {
        String first = page("es");
        String second = page("es");
        var _ = followed(save(first, "stop", "Hecho, nada más."));
        var refused = save(second, "start", "De nuevo.");
        assertThat(refused.body()).contains("You changed other texts than they did.", "and taken over here");
        assertThat(Forms.areas(refused.body()))
                .containsEntry("stop", "Hecho, nada más.")
                .containsEntry("start", "De nuevo.");
        var _ = followed(post(PAGE, form(refused.body())));
        assertThat(own("es").stop()).isEqualTo("Hecho, nada más.");
        assertThat(own("es").start()).isEqualTo("De nuevo.");
    }

    @Test
    void whoChangedOtherSettingsMeanwhileIsNotInTheWay() throws Exception {
        String page = page("fr");
        assertThat(desk().panic("other", true)).isInstanceOf(Change.Made.class);
        var _ = followed(save(page, "stop", "Noté."));
        assertThat(own("fr").stop()).isEqualTo("Noté.");
        assertThat(desk().current().panic()).isTrue();
        assertThat(desk().panic("other", false)).isInstanceOf(Change.Made.class);
    }

    @Test
    void whatCannotBeSentIsSaidAtItsFieldAndKept() throws Exception {
        int before = desk().version();
        Map<String, String> form = form(page("fr"));
        form.put("ladder1", "Voyez https://example.org");
        form.put("ladder2", "");
        form.put("help", "a\u0007b");
        var refused = post(PAGE, form);
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .contains("Not every text can be sent like this", "would show part", "A later text is there", "U+0007")
                .contains("href=\"#ladder1\"", "href=\"#ladder2\"", "href=\"#help\"");
        assertThat(Forms.areas(refused.body())).containsEntry("ladder1", "Voyez https://example.org");
        assertThat(desk().version()).isEqualTo(before);
    }

    @Test
    void measuringOneFieldGivesItsMeterAlone() throws Exception {
        Map<String, String> form = form(page("fr"));
        form.put("step", "ladder1");
        form.put("ladder1", "C’est non. ".repeat(14));
        var measured = post(PAGE + "/measure", form);
        assertThat(measured.body())
                .contains("3 segments", "U+2019", "Make it plain: 1 segment", "cost 2 segments more")
                .doesNotContain("<html", "textarea");
        assertThat(measured.body().split("<mark", -1)).hasSize(15);
        form.remove("step");
        assertThat(post(PAGE + "/measure", form).body()).contains("<html", "Make it plain: 1 segment");
        form.put("step", "ladder1");
        assertThat(Forms.areas(post(PAGE + "/plain", form).body()).get("ladder1"))
                .startsWith("C'est non.");
    }

    @Test
    void aNewLanguageBeginsWithTheWordsOfAnotherAndCanBeGivenUp() throws Exception {
        String page = program.onKeepers(PAGE + "?language=sv&from=en").body();
        assertThat(page).contains("not written yet", "Swedish");
        assertThat(Forms.areas(page)).containsEntry("stop", shipped("en").stop());
        var _ = followed(save(page, "stop", "Noterat."));
        assertThat(own("sv").stop()).isEqualTo("Noterat.");
        page = page("sv");
        assertThat(page).contains("Give up your own texts");
        Map<String, String> form = form(page);
        form.put("to", "0");
        var _ = followed(post(PAGE + "/back", form));
        assertThat(desk().current().texts()).doesNotContainKey("sv");
        assertThat(program.onKeepers(PAGE + "?language=Klingon").body()).contains("A language tag is");
    }

    @Test
    void theHistorySaysWhoChangedWhatAndBringsItBack() throws Exception {
        var _ = followed(save(page("it"), "stop", "Va bene, basta."));
        var _ = followed(save(page("it"), "stop", "Va bene, fine."));
        String history = program.onKeepers(PAGE + "/history?language=it").body();
        assertThat(history)
                .contains("<del>basta.</del><ins>fine.</ins>", "Version " + desk().version(), "Bring these texts back");
        Map<String, String> form = new HashMap<>(Map.of("line", "demo", "language", "it"));
        form.put("_csrf", Forms.hidden(history, "_csrf"));
        form.put("version", String.valueOf(desk().version()));
        form.put("to", String.valueOf(desk().version() - 1));
        var _ = followed(post(PAGE + "/back", form));
        assertThat(own("it").stop()).isEqualTo("Va bene, basta.");
        assertThat(program.onKeepers(PAGE + "/history?language=nl").body()).contains("never changed");
    }

    @Test
    void textsThatRunFromRightToLeftSetTheirOwnDirection() throws Exception {
        String page = program.onKeepers(PAGE + "?language=ar&from=en").body();
        assertThat(page).contains("lang=\"ar\"", "dir=\"auto\"");
        var _ = followed(save(page, "stop", "حسنا"));
        assertThat(page("ar")).contains("These letters are outside the 7-bit alphabet");
    }
}
