package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.esquive.wiring.ApiClient.problem;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.esquive.lab.Vectors;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Deed;
import org.esquive.ledger.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// The interface for programs over HTTP: who is let in, what is told, what goes wrong, and that no number ever
/// leaves.
@SpringBootTest(classes = Wiring.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("slow")
class ApiTest {
    private static final String LINE = "/api/v1/lines/demo";

    private static final String[] EVERYTHING = {
        "figures:read", "decisions:read", "lines:write", "settings:read", "settings:write"
    };

    @TempDir
    static Path data;

    @Autowired
    ApplicationContext context;

    private static Program program;
    private static ApiClient api;

    @DynamicPropertySource
    static void start(DynamicPropertyRegistry registry) {
        registry.add("esquive.data", data::toString);
        registry.add("esquive.first", () -> "classpath:web/settings.yaml");
        registry.add("esquive.keepers.port", () -> 0);
    }

    /// One keeper signs in once: whoever does so again and again is slowed down.
    @BeforeEach
    void open() throws Exception {
        if (program == null) {
            program = Program.of(context);
            HttpResponse<String> _ =
                    program.signIn(context.getBean(KeeperAccount.class).fresh().orElseThrow());
            api = ApiClient.of(program, "tracker", EVERYTHING);
        }
    }

    @AfterAll
    static void close() {
        program.close();
    }

    private static void revokeLatest() throws Exception {
        HttpResponse<String> _ =
                program.press("/console/access", "/console/access/tokens/" + ApiClient.latestId(program) + "/revoke");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<AuditLog.Entry> audit() {
        return context.getBean(Ledger.class).office().audit().latest(Long.MAX_VALUE, 50);
    }

    @Test
    void everyAnswerIsAsTheDocumentSaysAndHoldsNoNumberOfASender() throws Exception {
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> _ = program.text("+33639980001", "canary words");
        }
        HttpResponse<String> _ = program.text("BANQUE", "canary words");
        StringBuilder all = new StringBuilder();
        all.append(api.read("/api/v1/lines", "LineList"));
        all.append(api.read(LINE, "Line"));
        JsonNode decisions = api.read(LINE + "/decisions", "DecisionList");
        all.append(decisions);
        String id = decisions.path("items").get(0).path("id").asString();
        all.append(api.read(LINE + "/decisions/" + id, "Decision"));
        all.append(api.read(LINE + "/figures?by=HOUR", "Figures"));
        all.append(api.read(LINE + "/figures?by=DAY", "Figures"));
        all.append(api.read("/api/v1/alerts", "AlertList"));
        all.append(api.read("/api/v1/channels", "ChannelList"));
        all.append(api.read("/api/v1/replies", "RepliesSwitch"));
        all.append(api.read("/api/v1/settings/versions", "VersionList"));
        assertThat(all.toString())
                .contains("+33639980010", "SENDER_LIMIT", "UNANSWERABLE", "UP")
                .doesNotContain("39980001\"", "639980001,", "canary", "BANQUE");
    }

    @Test
    void aWalkOverPagesMeetsEachDecisionOnce() throws Exception {
        for (int i = 0; i < 23; i++) {
            HttpResponse<String> _ = program.text("+33639980002", "slt");
        }
        List<String> ids = new ArrayList<>();
        String next = LINE + "/decisions?limit=5&reason=SENDER_LIMIT&from=2020-01-01T00:00:00Z";
        while (!next.isEmpty()) {
            JsonNode page = api.read(next, "DecisionList");
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            next = page.path("next").asString("");
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(18).doesNotHaveDuplicates();
        assertThat(ids).isSortedAccordingTo((one, other) -> Long.compare(Long.parseLong(other), Long.parseLong(one)));
        assertThat(api.read(LINE + "/decisions?state=DELIVERED", "DecisionList").path("items"))
                .allSatisfy(item ->
                        assertThat(item.path("reply").path("state").asString()).isEqualTo("DELIVERED"));
    }

    @Test
    void withoutATokenNobodyIsLetIn() throws Exception {
        ApiClient stranger = api.showing("");
        HttpResponse<String> refused = stranger.get(LINE);
        problem(refused, 401, "no-token");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"esquive\"");
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
        for (String wrong : List.of("x", "esq_", api.token() + "x", "esq_" + "a".repeat(49), "\u00e9")) {
            problem(api.showing(wrong).get(LINE), 401, "bad-token");
        }
        assertThat(stranger.get("/api/v1/openapi.json").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/api/v1/problems/bad-token").body()).contains("/api/v1/problems/bad-token");
        assertThat(program.onPublic("/api/v1/openapi.json").statusCode()).isEqualTo(404);
        assertThat(program.onKeepers("/api/v1/lines").statusCode())
                .as("a keeper's session is no token")
                .isEqualTo(401);
    }

    @Test
    void aRevokedTokenIsRefusedAtOnceAndTheLogSaysWhoDidWhat() throws Exception {
        ApiClient brief = ApiClient.of(program, "brief", "figures:read");
        assertThat(brief.get(LINE).statusCode()).isEqualTo(200);
        String id = ApiClient.latestId(program);
        assertThat(program.press("/console/access", "/console/access/tokens/" + id + "/revoke")
                        .statusCode())
                .isEqualTo(302);
        problem(brief.get(LINE), 401, "bad-token");
        assertThat(audit())
                .extracting(AuditLog.Entry::deed, AuditLog.Entry::about)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(Deed.TOKEN_MADE, "brief"),
                        org.assertj.core.groups.Tuple.tuple(Deed.TOKEN_REVOKED, "brief"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/lines, figures:read",
        "GET, /api/v1/lines/demo/figures, figures:read",
        "GET, /api/v1/alerts, figures:read",
        "GET, /api/v1/lines/demo/decisions, decisions:read",
        "GET, /api/v1/lines/demo/decisions/, decisions:read",
        "GET, /api/v1/lines/demo/decisions/1, decisions:read",
        "GET, /api/v1/settings, settings:read",
        "GET, /api/v1/settings/versions/1, settings:read",
        "PUT, /api/v1/settings, settings:write",
        "PUT, /api/v1/replies, lines:write",
        "PUT, /api/v1/lines/demo/status, lines:write",
    })
    void aTokenAllowsWhatItSaysAndNothingElse(String verb, String path, String scope) throws Exception {
        String other = scope.equals("figures:read") ? "settings:read" : "figures:read";
        ApiClient narrow = ApiClient.of(program, "narrow", other);
        HttpResponse<String> refused =
                narrow.send(verb, path, verb.equals("PUT") ? "{}" : "", "Content-Type", type(path));
        assertThat(refused.statusCode()).isIn(403, 404);
        if (refused.statusCode() == 403) {
            assertThat(problem(refused, 403, "scope-missing").path("detail").asString())
                    .contains(scope);
        }
        HttpResponse<String> _ =
                program.press("/console/access", "/console/access/tokens/" + ApiClient.latestId(program) + "/revoke");
    }

    private static String type(String path) {
        return path.endsWith("settings") ? "application/yaml" : "application/json";
    }

    @Test
    void eachMistakeIsAProblemOfItsOwnType() throws Exception {
        problem(api.get("/api/v1/nothing"), 404, "not-found");
        problem(api.get("/api/v1"), 404, "not-found");
        problem(api.get("/api/v1/lines/nobody"), 404, "not-found");
        problem(api.get(LINE + "/decisions/12"), 404, "not-found");
        problem(api.get(LINE + "/decisions?limit=0"), 400, "bad-parameter");
        problem(api.get(LINE + "/decisions?limit=many"), 400, "bad-parameter");
        problem(api.get(LINE + "/decisions?after=x"), 400, "bad-parameter");
        problem(api.get(LINE + "/decisions?after=99999999999999999999"), 400, "bad-parameter");
        problem(api.get(LINE + "/decisions?from=yesterday"), 400, "bad-parameter");
        problem(api.get(LINE + "/decisions?reason=BORED"), 400, "bad-parameter");
        problem(api.get(LINE + "/figures?by=HOUR&from=2020-01-01T00:00:00Z"), 400, "bad-parameter");
        problem(api.send("DELETE", LINE, ""), 405, "method-not-allowed");
        problem(api.get(LINE, "Accept", "image/png"), 406, "not-acceptable");
        problem(api.send("PUT", "/api/v1/replies", "x", "Content-Type", "text/plain"), 415, "unsupported-type");
        problem(api.put("/api/v1/replies", "{"), 400, "bad-body");
        problem(api.put("/api/v1/replies", "{}"), 400, "bad-body");
        problem(api.put("/api/v1/replies", "null"), 400, "bad-body");
        problem(api.put(LINE + "/status", "{\"status\":\"ASLEEP\"}"), 400, "bad-body");
        problem(api.get("/api/v1/settings/versions/99999"), 404, "not-found");
        problem(api.get("/api/v1/settings/versions/x"), 404, "not-found");
    }

    @Test
    void aProgramStopsAndResumesRepliesAndMutesALine() throws Exception {
        assertThat(ApiClient.fitting(api.put("/api/v1/replies", "{\"stopped\":true}"), 200, "RepliesSwitch")
                        .path("stopped")
                        .asBoolean())
                .isTrue();
        JsonNode stopped = api.read(LINE, "Line");
        assertThat(stopped.path("answers").asBoolean()).isFalse();
        assertThat(stopped.path("holds").get(0).path("cause").asString()).isEqualTo("PANIC");
        assertThat(api.put("/api/v1/replies", "{\"stopped\":false}").statusCode())
                .isEqualTo(200);
        JsonNode muted = ApiClient.fitting(api.put(LINE + "/status", "{\"status\":\"MUTED\"}"), 200, "Line");
        assertThat(muted.path("status").asString()).isEqualTo("MUTED");
        assertThat(api.put(LINE + "/status", "{\"status\":\"OPEN\"}").statusCode())
                .isEqualTo(200);
        assertThat(api.read("/api/v1/settings/versions?limit=1", "VersionList")
                        .path("items")
                        .get(0)
                        .path("author")
                        .asString())
                .isEqualTo("token tracker");
        assertThat(audit())
                .filteredOn(entry -> entry.who().equals("token tracker"))
                .extracting(AuditLog.Entry::deed)
                .contains(Deed.REPLIES_STOPPED, Deed.REPLIES_RESUMED, Deed.SETTINGS_CHANGED);
    }

    @Test
    void settingsAreChangedByWhoeverKnowsThemAndByNobodyElse() throws Exception {
        HttpResponse<String> before = api.get("/api/v1/settings");
        String tag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(before.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
        String changed = before.body().replace("receipt-after: \"0\"", "receipt-after: \"1\"");
        problem(
                api.send("PUT", "/api/v1/settings", changed, "Content-Type", "application/yaml"),
                428,
                "version-missing");
        HttpResponse<String> made = put(changed, tag);
        JsonNode version = ApiClient.fitting(made, 200, "SettingsMade");
        assertThat(made.headers().firstValue("ETag"))
                .contains("\"" + version.path("version").asInt() + "\"");
        problem(put(before.body(), tag), 412, "settings-changed");
        problem(put(before.body(), "W/" + tag), 412, "settings-changed");
        String broken = before.body().replace("country: FR", "country: France");
        JsonNode invalid =
                problem(put(broken, made.headers().firstValue("ETag").orElseThrow()), 422, "invalid-settings");
        assertThat(invalid.path("problems").get(0).path("field").asString()).isEqualTo("lines[0].country");
        assertThat(api.get("/api/v1/settings/versions/1").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> put(String yaml, String tag) throws Exception {
        return api.send("PUT", "/api/v1/settings", yaml, "Content-Type", "application/yaml", "If-Match", tag);
    }

    @Test
    void tooManyRequestsAreToldToWait() throws Exception {
        ApiClient eager = ApiClient.of(program, "eager", "figures:read");
        List<HttpResponse<String>> answers = new ArrayList<>();
        Instant end = Instant.now().plusSeconds(10);
        while (answers.stream().noneMatch(answer -> answer.statusCode() == 429)
                && Instant.now().isBefore(end)) {
            IntStream.range(0, 80)
                    .parallel()
                    .mapToObj(_ -> asked(eager))
                    .toList()
                    .forEach(answers::add);
        }
        HttpResponse<String> refused = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        problem(refused, 429, "too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(api.get(LINE).statusCode())
                .as("another token is another matter")
                .isEqualTo(200);
        HttpResponse<String> _ =
                program.press("/console/access", "/console/access/tokens/" + ApiClient.latestId(program) + "/revoke");
    }

    private static HttpResponse<String> asked(ApiClient client) {
        try {
            return client.get("/api/v1/replies");
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /// By several tokens, since one alone may not ask as fast.
    @Test
    void hostileWordsAreInertWhereverTheyAreWritten() throws Exception {
        List<ApiClient> askers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            askers.add(ApiClient.of(program, "asker " + i, EVERYTHING));
        }
        List<String> hostile = Vectors.of("hostile_text")
                .map(row -> row.getPayload().path("text").asString())
                .toList();
        List<String> places = List.of("/decisions?after=", "/figures?from=", "/decisions?reason=", "/decisions/");
        for (int i = 0; i < hostile.size(); i++) {
            String path = LINE + places.get(i % places.size()) + encoded(hostile.get(i));
            HttpResponse<String> answer = askers.get(i % askers.size()).get(path);
            assertThat(answer.statusCode()).as(path).isBetween(200, 404);
            assertThat(answer.body()).doesNotContain("<script", "java.", "org.esquive");
        }
        for (ApiClient _ : askers) {
            revokeLatest();
        }
    }

    @Test
    void aTokenOfAHostileNameIsShownAsItIsWritten() throws Exception {
        List<String> names = List.of(
                "<script>alert(1)</script>",
                "${7*7}",
                "=cmd|' /C calc'!A0",
                "a\u202eb",
                "x\r\nSet-Cookie: a=b",
                "06 39 98 00 01");
        for (String name : names) {
            ApiClient named = ApiClient.of(program, name, "figures:read");
            assertThat(named.get(LINE).statusCode()).isEqualTo(200);
            String page = program.onKeepers("/console/access").body();
            assertThat(page)
                    .doesNotContain("<script>alert", "\u202e", "06 39 98 00 01")
                    .doesNotContain(">49<");
            revokeLatest();
        }
        HttpResponse<String> nameless =
                program.fill("/console/access", "/console/access/tokens", ApiClient.form(" \u200b ", "figures:read"));
        assertThat(nameless.statusCode()).isEqualTo(302);
        assertThat(program.onKeepers("/console/access").body()).contains("Give the program a name");
    }
}
