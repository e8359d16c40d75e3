package org.esquive.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a keeper learns from the figures, and takes along.
class FiguresTest {
    @RegisterExtension
    static final Program program = Program.demo("kept.yaml");

    @RegisterExtension
    final Visitors visitors = new Visitors(program);

    private Page keeper;

    @BeforeEach
    void someTexts() {
        keeper = Keepers.signIn(visitors.come(Look.DESK), program);
        Phone.text(keeper, program, "+33639980001", "slt");
        Phone.text(keeper, program, "BANQUE", "=HYPERLINK(\"http://evil.example\",\"click\")");
        Phone.text(keeper, program, "+447700900123", "<img src=x onerror=alert(1)>");
    }

    @Test
    void chartsHaveBarsAndATableThatSaysTheSame() {
        var _ = keeper.navigate(program.desk("/console/figures"));

        assertThat(keeper.locator("svg rect.low").first()).isVisible();
        keeper.getByText("The same as a table").click();
        assertThat(keeper.locator("table.sums tbody tr").first()).isVisible();
        assertThat(keeper.locator("main")).containsText("France");
        visitors.album().take(keeper, "figures-table", Look.DESK);
    }

    @Test
    void figuresAndDecisionsCanBeTakenAlong() throws IOException {
        for (String path : List.of("/console/figures", "/console/decisions")) {
            var _ = keeper.navigate(program.desk(path));
            String csv = download("CSV");
            String json = download("JSON");
            assertThat(csv.lines().count()).isGreaterThan(1);
            assertThat(csv.lines().flatMap(line -> List.of(line.split(",", -1)).stream()))
                    .as("no cell that a spreadsheet would work out")
                    .noneMatch(cell -> cell.matches("\"?[=+@].*"));
            assertThat(json).matches("(?s)\\s*[\\[{].*[\\]}]\\s*");
        }
    }

    private String download(String kind) throws IOException {
        Download file =
                keeper.waitForDownload(() -> keeper.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(kind))
                        .last()
                        .click());
        return Files.readString(file.path());
    }

    @Test
    void decisionsCanBeNarrowedDown() {
        var _ = keeper.navigate(program.desk("/console/decisions"));
        keeper.getByText("Show only some of them").click();
        var _ = keeper.getByLabel("Decision").selectOption("silent");

        Keepers.press(keeper, "Show");

        assertThat(keeper.locator("tbody tr").first()).isVisible();
        assertThat(keeper.locator("tbody tr:not(.silent)")).hasCount(0);
        Keepers.follow(keeper, "Show all");
        assertThat(keeper.locator("tbody tr:not(.silent)").first()).isVisible();
    }

    @Test
    void wordsThatAreKeptAreShownAsTheyAre() {
        for (String text : Hostile.texts().stream().limit(150).toList()) {
            Phone.text(keeper, program, "+33639980002", text);
        }

        var _ = keeper.navigate(program.desk("/console/decisions"));

        assertThat(keeper.locator(".kept").first()).isVisible();
        assertThat(Hostile.texts()).containsAll(Hostile.shown(keeper, "tbody tr:first-child .kept"));
        assertThat(Hostile.made(keeper, ".kept")).isEmpty();
    }
}
