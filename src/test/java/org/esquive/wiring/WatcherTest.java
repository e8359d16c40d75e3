package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Somebody who may look and nothing else, at every door there is: the list of doors is the program's own, so that a
/// page that is yet to be written is in it.
@SpringBootTest(classes = Wiring.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("slow")
class WatcherTest {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;

    /// What belongs to everybody who signs in: their own account, and the way out.
    private static final List<String> OWN = List.of("/console/account", "/logout", "/login");

    private static final Pattern SECRET = Pattern.compile("class=\"mono secret\">([^<]+)<");

    /// A form that sends something and has a button to do so.
    private static final Pattern FORM = Pattern.compile(
            "<form(?=[^>]*method=\"post\")[^>]*action=\"([^\"?]+)(?:(?!</form>).)*<button", Pattern.DOTALL);

    @TempDir
    static Path data;

    @Autowired
    ApplicationContext context;

    private static @Nullable Program signedIn;

    private Program program;

    @DynamicPropertySource
    static void start(DynamicPropertyRegistry registry) {
        registry.add("esquive.data", data::toString);
        registry.add("esquive.first", () -> "classpath:web/settings.yaml");
        registry.add("esquive.keepers.port", () -> 0);
    }

    /// Signed in once: the door lets in ten a minute.
    @BeforeEach
    void open() throws Exception {
        if (signedIn == null) {
            signedIn = watcher();
        }
        program = signedIn;
    }

    private Program watcher() throws Exception {
        try (Program keeper = Program.of(context)) {
            var _ = keeper.signIn(context.getBean(KeeperAccount.class).fresh().orElseThrow());
            String added = keeper.fill(
                            "/console/people", "/console/people/add", Program.form("name", "otto", "role", "WATCHER"))
                    .body();
            Matcher password = SECRET.matcher(added);
            assertThat(password.find()).as(added).isTrue();
            Program watcher = Program.of(context);
            var _ = watcher.signIn("otto", password.group(1).strip(), "");
            return watcher;
        }
    }

    @AfterAll
    static void close() {
        if (signedIn != null) {
            signedIn.close();
        }
    }

    /// The paths of the keepers' side that take a method.
    private Stream<String> paths(Predicate<RequestMethod> method) {
        var mappings = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping ->
                        mapping.getMethodsCondition().getMethods().stream().anyMatch(method))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/console"))
                .map(path -> path.replaceAll("\\{\\w+}", "1"))
                .distinct()
                .sorted();
    }

    @Test
    void everythingThatChangesSomethingIsForKeepers() throws Exception {
        List<String> changing = paths(method -> method != RequestMethod.GET && method != RequestMethod.HEAD)
                .filter(path -> OWN.stream().noneMatch(path::startsWith))
                .toList();
        String token = program.token("/console/account");

        assertThat(changing).hasSizeGreaterThan(30).contains("/console/panic", "/console/settings/document");
        for (String path : changing) {
            HttpResponse<String> answer = program.postForm(path, token + "&version=1");
            assertThat(answer.statusCode()).as(path).isEqualTo(FORBIDDEN);
            assertThat(answer.body()).as(path).contains("That is for keepers");
        }
    }

    @Test
    void whatThereIsToSeeHasNoButtonThatWouldBeRefused() throws Exception {
        List<String> seen = new ArrayList<>();
        for (String path : paths(RequestMethod.GET::equals)
                .filter(path -> !path.contains("live") && !path.contains("1"))
                .toList()) {
            HttpResponse<String> answer = program.onKeepers(path);
            boolean isPage =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
            if (answer.statusCode() == OK && isPage) {
                seen.add(path);
                assertThat(FORM.matcher(answer.body()).results().map(form -> form.group(1)))
                        .as(path)
                        .allMatch(target -> OWN.stream().anyMatch(target::startsWith));
            }
        }
        assertThat(seen).contains("/console", "/console/decisions", "/console/settings", "/console/people");
    }

    @Test
    void settingsAreShownWithoutAWayToSendThem() throws Exception {
        for (String path : List.of("/console/settings/lines/demo", "/console/settings/channels/phone")) {
            String page = program.onKeepers(path).body();
            assertThat(page)
                    .as(path)
                    .contains("<fieldset class=\"all\" disabled", "a keeper can change them")
                    .doesNotContain("<button class=\"soft\"", "/remove\"");
        }
        assertThat(program.onKeepers("/console/settings/new-phone").statusCode())
                .isEqualTo(FORBIDDEN);
        assertThat(program.onKeepers("/console/welcome/line").statusCode()).isEqualTo(FORBIDDEN);
    }
}
